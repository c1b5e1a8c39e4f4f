import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/db/open.ts'
import { jobOperation } from '../../electron/operations/job-operation.ts'
import type { AppEvent } from '../../shared/events.ts'
import { byTheClock } from '../../shared/permissions.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const aShop = () => openApp({ dataFolder: aFolder(), workerFile })

describe('a job on its worker', () => {
  it('tells its progress, ends with its result, and can be taken back and put back as one', async () => {
    const { api, bugs } = await aShop()
    const told: number[] = []
    const result = await api.run('demo.fill', { contacts: 5000 }, { onProgress: ({ done }) => told.push(done) })
    expect(result).toEqual({ contacts: 5000 })
    expect(told.at(-1)).toBe(5000)
    const full = await api('contacts.list', { offset: 2000 })
    expect(full.total).toBe(5000)

    const [filled] = await api('operations.list', {})
    await api.run('operations.undo', { id: filled!.id })
    expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
    expect(await api('contacts.tags', {})).toEqual([])

    const [undone] = await api('operations.list', {})
    await api.run('operations.undo', { id: undone!.id })
    expect(await api('contacts.list', { offset: 2000 })).toEqual(full)
    expect(bugs).toEqual([])
  })

  it('tells the end of its progress, however soon it comes', async () => {
    const { api } = await aShop()
    const told: { done: number; total: number | null }[] = []
    await api.run('backups.create', {}, { onProgress: ({ done, total }) => told.push({ done, total }) })
    expect(told.at(-1)!.done).toBe(told.at(-1)!.total)
  })

  it('says whether somebody or the clock began it', async () => {
    const [byHand, byTheClockItself] = [await aShop(), await openApp({ dataFolder: aFolder(), workerFile, session: byTheClock })]
    for (const { api } of [byHand, byTheClockItself]) await api.run('demo.fill', { contacts: 1 })
    expect(await byHand.api('jobs.list', {})).toMatchObject([{ unattended: false, state: 'done' }])
    expect(await byTheClockItself.api('jobs.list', {})).toMatchObject([{ unattended: true, state: 'done' }])
  })

  it('that is cancelled leaves nothing behind', async () => {
    const { api, bugs } = await aShop()
    const before = await api('contacts.create', aContact())
    const abort = new AbortController()
    const running = api.run('demo.fill', { contacts: 500_000 }, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(await api('contacts.list', {})).toMatchObject({ total: 1, contacts: [{ id: before.id }] })
    expect(await api('operations.list', {})).toHaveLength(1)
    expect(await api('jobs.list', {})).toMatchObject([{ call: 'demo.fill', state: 'cancelled' }])
    expect(bugs).toEqual([])
  })

  it('lets others write while it runs', async () => {
    const { api, subscribe } = await aShop()
    const abort = new AbortController()
    const started = new Promise<void>(resolve => subscribe((event: AppEvent) => event.type === 'job' && event.job.progress && resolve()))
    const running = api.run('demo.fill', { contacts: 1_000_000 }, { signal: abort.signal })
    const cancelled = expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    await started
    const made = await api('contacts.create', aContact({ familyName: 'Meanwhile' }))
    abort.abort()
    await cancelled
    expect(await api('contacts.list', {})).toMatchObject({ total: 1, contacts: [{ id: made.id, name: 'Anna Meanwhile' }] })
  })

  it('that a power cut stopped is rolled back at the next start', async () => {
    const dataFolder = aFolder()
    const connection = openDatabase(dataFolder)
    const operation = jobOperation(connection, { at: '2026-11-21T12:00:00.000Z', user: 'owner', call: 'test' })
    await operation.transaction(async () => {
      await connection.db.insertInto('setting').values({ name: 'businessName', value: '"Half"' }).execute()
    })
    connection.sqlite.close()

    const { api, subscribe, close } = await openApp({ dataFolder, workerFile })
    await new Promise<void>(resolve => {
      subscribe(event => event.type === 'job' && event.job.state !== 'running' && resolve())
    })
    expect(await api('operations.list', {})).toEqual([])
    await close()
    const after = openDatabase(dataFolder)
    expect(
      after.sqlite
        .prepare('select (select count(*) from setting) + (select count(*) from operation) + (select count(*) from change)')
        .pluck()
        .get(),
    ).toBe(0)
    after.sqlite.close()
  })
})
