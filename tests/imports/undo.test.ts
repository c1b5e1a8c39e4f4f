import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles, everythingIn } from '../support/files.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const header = 'Vorname;Nachname;E-Mail;Telefon;Tags;Notiz\n'
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `K${index};Petersen ${index};k${index}@example.com;040 ${1_000_000 + index};Kunde ${index % 3};\n`,
  ).join('')

describe.each([
  ['in memory', 5000, () => ({})],
  ['on its worker', 100_000, () => ({ dataFolder: aFolder(), workerFile })],
])('an import %s', (_, many, options) => {
  it('is taken back by one undo as if it had never been, and brought back by one more', async () => {
    const shop = await aShopWithFiles(options())
    const { api } = shop
    await api('settings.update', { businessName: 'Salon' })
    await api('contacts.create', aContact())
    const trashed = await api('contacts.create', aContact({ givenName: 'Gone', tags: ['Old'] }))
    await api('contacts.trash', { ids: [trashed.id] })
    const before = await everythingIn(shop)

    const file = shop.offer(`${header}Anna;Petersen;anna@example.com;040 7654321;Family;Likes tea.\n${rows(60)}  ;;ida@;;;\n`)
    const { operation, ...counts } = await api.run('imports.run', { file, tags: ['Messe'] })
    expect(counts).toMatchObject({ created: 60, updated: 1, failed: 1 })
    const after = await everythingIn(shop)
    expect(after.list.total).toBe(61)

    await api.run('operations.undo', { id: operation! })
    expect(await everythingIn(shop)).toEqual(before)
    expect(await api('contacts.search', { text: 'k44@example' })).toEqual([])

    await api.run('operations.undo', { id: (await api('operations.list', {}))[0]!.id })
    expect(await everythingIn(shop)).toEqual(after)
    expect(await api('contacts.search', { text: 'k44@example' })).toMatchObject([{ name: 'K44 Petersen 44' }])
    expect(shop.bugs).toEqual([])
  })

  it('that is cancelled in the middle leaves nothing behind', async () => {
    const shop = await aShopWithFiles(options())
    const { api } = shop
    await api('contacts.create', aContact())
    const before = [await everythingIn(shop), await api('operations.list', {})]

    const file = shop.offer(`${header}Anna;Petersen;anna@example.com;040 7654321;Family;Likes tea.\n${rows(many)}`)
    const abort = new AbortController()
    const running = api.run('imports.run', { file, tags: ['Messe'] }, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })

    expect([await everythingIn(shop), await api('operations.list', {})]).toEqual(before)
    expect(await api('contacts.search', { text: 'k44@example' })).toEqual([])
    expect(await api('jobs.list', {})).toMatchObject([{ call: 'imports.run', state: 'cancelled' }])
    await expect(api('imports.problems', { import: 1 })).rejects.toMatchObject({ failure: { reason: 'importGone' } })
    expect(shop.bugs).toEqual([])

    // Nothing that was looked up meanwhile stands in the way of the next one.
    const again = await api.run('imports.run', { file: shop.offer(header + rows(5)) })
    expect(again).toMatchObject({ created: 5, updated: 0, unchanged: 0 })
  })
})

describe('the undo of an import', () => {
  it('is refused where somebody has worked on since, and says on what', async () => {
    const { api, offer } = await aShopWithFiles()
    const { operation } = await api.run('imports.run', { file: offer(header + rows(3)) })
    const { contacts } = await api('contacts.list', {})
    await api('contacts.update', { id: contacts[0]!.id, note: 'Likes tea.' })
    await expect(api.run('operations.undo', { id: operation! })).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'undoBlocked', params: { later: 'Changed K0 Petersen 0' } },
    })
    expect(await api('contacts.list', {})).toMatchObject({ total: 3 })
  })

  it('lets the file be imported again', async () => {
    const shop = await aShopWithFiles()
    const file = shop.offer(header + rows(50))
    const first = await shop.api.run('imports.run', { file })
    await shop.api.run('operations.undo', { id: first.operation! })
    expect(await shop.api.run('imports.run', { file })).toMatchObject({ created: 50, updated: 0, unchanged: 0 })
  })
})

it('no row waits in a file of its own once an import has ended, however it did', async () => {
  const dataFolder = aFolder()
  const { api, offer } = await aShopWithFiles({ dataFolder, workerFile })
  await api.run('imports.run', { file: offer(header + rows(50)) })
  const abort = new AbortController()
  const running = api.run('imports.run', { file: offer(header + rows(20_000)) }, { signal: abort.signal, onProgress: () => abort.abort() })
  await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
  expect(readdirSync(join(dataFolder, 'regulars-transfers'))).toEqual([])
})
