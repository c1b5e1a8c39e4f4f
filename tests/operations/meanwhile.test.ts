import { describe, expect, it } from 'vitest'
import { asOperation } from '../../electron/operations/engine.ts'
import { jobOperation } from '../../electron/operations/job-operation.ts'
import { stopRecordingInserts } from '../../electron/operations/recording.ts'
import { openDatabase } from '../../electron/db/open.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'

const author = { at: '2026-11-21T12:00:00.000Z', user: 'owner', call: 'test' }

describe('while a job runs, somebody else', () => {
  it('changes a contact that the job has changed: a cancel leaves their work alone, and takes back the rest', async () => {
    const dataFolder = aFolder()
    const { api } = await openApp({ dataFolder })
    const [anna, ruth] = [await api('contacts.create', aContact()), await api('contacts.create', aContact({ givenName: 'Ruth' }))]

    const worker = openDatabase(dataFolder, 'worker')
    const job = jobOperation(worker, author)
    await job.transaction(() => worker.sqlite.exec("update contact set source = 'job'"))
    await api('contacts.update', { id: anna.id, note: 'Called, will come on Friday.' })
    await job.rollBack()
    worker.sqlite.close()

    expect(await api('contacts.get', { id: anna.id })).toMatchObject({ note: 'Called, will come on Friday.', source: 'job' })
    expect(await api('contacts.get', { id: ruth.id })).toEqual(ruth)
  })

  it.each([false, true])(
    'writes about a contact that the job has made (as a range: %s): it stays, with what was written',
    async asRange => {
      const dataFolder = aFolder()
      const { api } = await openApp({ dataFolder })
      const { id } = await api('contacts.create', aContact())
      const worker = openDatabase(dataFolder, 'worker')
      if (asRange) stopRecordingInserts(worker.sqlite, ['contact'])
      const job = jobOperation(worker, author)
      await job.transaction(operation => {
        worker.sqlite.exec(`create temp table copy as select * from contact where id = ${id}`)
        for (const key of [10, 11]) worker.sqlite.exec(`update copy set id = ${key}; insert into contact select * from copy`)
        if (asRange) worker.sqlite.exec(`insert into changeRange values (1, ${operation}, 'contact', 10, 11)`)
      })
      await api('activities.create', { contactId: 11, body: 'Called' })
      await job.rollBack()
      worker.sqlite.close()

      const left = (await api('contacts.list', { sort: 'created' })).contacts.map(contact => contact.id)
      expect(left).toEqual([id, 11])
      expect((await api('timeline.list', { contactId: 11 })).entries).toMatchObject([{ source: 'activity' }])
    },
  )

  it('uses a tag that the job has made: a cancel leaves it to them', async () => {
    const dataFolder = aFolder()
    const { api, bugs } = await openApp({ dataFolder })
    const worker = openDatabase(dataFolder, 'worker')
    const job = jobOperation(worker, author)
    await job.transaction(() => worker.db.insertInto('tag').values({ name: 'Winter', foldedName: 'winter' }).execute())
    const { id } = await api('contacts.create', aContact({ tags: ['Winter'] }))
    await job.rollBack()
    worker.sqlite.close()
    expect((await api('contacts.get', { id })).tags).toEqual(['Winter'])
    expect(bugs).toEqual([])
  })

  it('finds out that the job is at it when they want to take back what it has changed', async () => {
    const dataFolder = aFolder()
    const { api } = await openApp({ dataFolder })
    await api('contacts.create', aContact())
    const worker = openDatabase(dataFolder, 'worker')
    await jobOperation(worker, author).transaction(() => worker.sqlite.exec("update contact set source = 'job'"))
    worker.sqlite.close()
    const [created] = await api('operations.list', {})
    await expect(api.run('operations.undo', { id: created!.id })).rejects.toMatchObject({ failure: { code: 'busy' } })
  })
})

describe('undo in any order', () => {
  it('of the contact that brought a tag leaves the tag to those who use it', async () => {
    const { api, bugs } = await openApp()
    await api('contacts.create', aContact({ tags: ['New'] }))
    const ruth = await api('contacts.create', aContact({ givenName: 'Ruth', tags: ['New'] }))
    const [, anna] = await api('operations.list', {})
    await api.run('operations.undo', { id: anna!.id })
    expect((await api('contacts.list', { tag: 'New' })).contacts).toMatchObject([{ id: ruth.id, tags: ['New'] }])
    expect(bugs).toEqual([])
  })

  it('refuses to take back a contact who has been tagged since', async () => {
    const { api } = await openApp()
    const { id } = await api('contacts.create', aContact())
    await api.run('contacts.tagMany', { selection: { ids: [id] }, tag: 'Winter', action: 'add' })
    const [, created] = await api('operations.list', {})
    await expect(api.run('operations.undo', { id: created!.id })).rejects.toMatchObject({
      failure: { reason: 'undoBlocked', params: { later: 'Tagged 1 contact with Winter' } },
    })
  })
})

describe('what a call left in the history', () => {
  it('comes with its answer, and is null where nothing changed', async () => {
    const { api } = await openApp()
    const { value, operation } = await api.noted('contacts.create', aContact())
    const selection = { ids: [value.id] }
    expect(operation).toBe((await api('operations.list', {}))[0]!.id)
    expect(await api.noted('contacts.tagMany', { selection, tag: 'VIP', action: 'add' })).toEqual({
      value: { contacts: 0 },
      operation: null,
    })
    expect(await api.noted('contacts.tagMany', { selection, tag: 'Winter', action: 'add' })).toEqual({
      value: { contacts: 1 },
      operation: (await api('operations.list', {}))[0]!.id,
    })
  })

  it('names the contact that was really changed', async () => {
    const { api } = await openApp()
    const [carl, dora] = [
      await api('contacts.create', aContact({ givenName: 'Carl' })),
      await api('contacts.create', aContact({ givenName: 'Dora' })),
    ]
    await api('contacts.trash', { ids: [carl.id] })
    expect(await api('contacts.trash', { ids: [999, carl.id, dora.id] })).toEqual({ contacts: 1 })
    expect((await api('operations.list', {}))[0]).toMatchObject({ contactId: dora.id, summary: { params: { name: 'Dora Petersen' } } })
  })
})

it('a transaction that fails leaves neither a change nor a line in the history', async () => {
  const dataFolder = aFolder()
  const connection = openDatabase(dataFolder)
  const failing = asOperation(connection, author, async db => {
    await db.insertInto('setting').values({ name: 'businessName', value: '"Salon"' }).execute()
    throw new Error('the power went')
  })
  await expect(failing).rejects.toThrow('the power went')
  expect(connection.sqlite.prepare('select (select count(*) from setting) + (select count(*) from operation)').pluck().get()).toBe(0)
  connection.sqlite.close()
})
