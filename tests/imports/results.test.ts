import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles, everythingIn } from '../support/files.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const header = 'Vorname;Nachname;E-Mail;Telefon;Notiz\n'
const ruth = { givenName: 'Ruth', familyName: 'Lindner', emails: [{ label: '', address: 'ruth@example.com' }], phones: [], note: 'Blond.' }

/** Somebody to fill in, somebody to leave alone, and somebody in the trash. */
async function aShop(options: Parameters<typeof aShopWithFiles>[0] = {}) {
  const shop = await aShopWithFiles(options)
  const { id: anna } = await shop.api('contacts.create', aContact())
  const { id: gone } = await shop.api('contacts.create', aContact(ruth))
  await shop.api('contacts.trash', { ids: [gone] })
  const rowsOf = (result: { import: number }, outcome: 'created' | 'updated' | 'unchanged' | 'skipped') =>
    shop.api('imports.rows', { import: result.import, outcome })
  return { ...shop, anna, gone, rowsOf }
}

const file =
  header +
  'Anna;Petersen;anna@example.com;040 7;\n' +
  'Ruth;Lindner;ruth@example.com;;New.\n' +
  'Kim;Yilmaz;kim@example.com;;"two\nlines"\n' +
  'Jo;Yilmaz;jo@example.com;;\n' +
  'Anna;Petersen;anna@example.com;040 7;\n'

describe('somebody who lies in the trash', () => {
  it('is left out, and listed with the reason', async () => {
    const { api, offer, gone, rowsOf } = await aShop()
    const result = await api.run('imports.run', { file: offer(file) })
    expect(result).toMatchObject({ created: 2, updated: 1, unchanged: 1, skipped: 1 })
    expect(await rowsOf(result, 'skipped')).toEqual({
      total: 1,
      rows: [{ line: 3, contact: gone, name: 'Ruth Lindner', reason: 'inTrash' }],
    })
    expect((await api('contacts.get', { id: gone })).trashedAt).not.toBeNull()
  })

  it('comes back with what the row says where the shop said so, and goes again by one undo', async () => {
    const shop = await aShop()
    const { api, offer, gone, rowsOf } = shop
    const before = await everythingIn(shop)
    const result = await api.run('imports.run', { file: offer(file), onTrashed: 'restore', onMatch: 'overwrite' })
    expect(result).toMatchObject({ created: 2, updated: 2, unchanged: 1, skipped: 0 })
    expect((await rowsOf(result, 'updated')).rows).toContainEqual({ line: 3, contact: gone, name: 'Ruth Lindner', reason: 'restored' })
    expect(await api('contacts.get', { id: gone })).toMatchObject({ trashedAt: null, note: 'New.' })
    expect(await api('contacts.search', { text: 'lindner' })).toMatchObject([{ id: gone }])
    await api.run('operations.undo', { id: result.operation! })
    expect(await everythingIn(shop)).toEqual(before)
    expect(await api('contacts.search', { text: 'lindner' })).toEqual([])
  })

  it('is added anew where the shop said so', async () => {
    const { api, offer } = await aShop()
    expect(await api.run('imports.run', { file: offer(file), onTrashed: 'create' })).toMatchObject({ created: 3, skipped: 0 })
  })

  it('is the one that they were merged into', async () => {
    const { api, offer, anna, rowsOf } = await aShop()
    const { id } = await api(
      'contacts.create',
      aContact({ givenName: 'Anne', emails: [{ label: '', address: 'anne@example.com' }], phones: [] }),
    )
    await api('contacts.merge', { survivorId: anna, loserIds: [id] })
    const result = await api.run('imports.run', { file: offer(`${header}Anne;Petersen;anne@example.com;;\n`) })
    expect(await rowsOf(result, 'unchanged')).toMatchObject({ total: 1, rows: [{ line: 2, contact: anna, name: 'Anna Petersen' }] })
  })
})

describe('somebody with another name', () => {
  const married = `${header}Anna;Weber;anna@example.com;;\n`

  it('is known by the e-mail alone where the shop said so', async () => {
    const { api, offer, anna } = await aShop()
    const result = await api.run('imports.run', { file: offer(married), matchBy: 'email', onMatch: 'overwrite' })
    expect(result).toMatchObject({ created: 0, updated: 1 })
    expect(await api('contacts.get', { id: anna })).toMatchObject({ givenName: 'Anna', familyName: 'Weber' })
    expect(await api.run('imports.run', { file: offer(married), matchBy: 'email', onMatch: 'overwrite' })).toMatchObject({ unchanged: 1 })
  })

  it('is nobody where several have the key, and nobody in the same file', async () => {
    const { api, offer, rowsOf } = await aShop()
    await api('contacts.create', aContact({ givenName: 'Peter', emails: [] }))
    const rows = 'Ida;Petersen;;0176 1234567;\nKim;Yilmaz;;040 1;\nJo;Yilmaz;;040 1;\nPeter;Petersen;;0176 1234567;\n'
    const result = await api.run('imports.run', { file: offer(header + rows), matchBy: 'phone' })
    expect(result).toMatchObject({ created: 2, unchanged: 1, skipped: 1 })
    expect((await rowsOf(result, 'skipped')).rows).toEqual([{ line: 2, contact: null, name: '', reason: 'ambiguous' }])
  })
})

describe('what came of an import', () => {
  it.each([
    ['in memory', () => ({})],
    ['on its worker', () => ({ dataFolder: aFolder(), workerFile })],
  ])('is kept row by row, %s', async (_, options) => {
    const { api, offer, destination, anna, rowsOf } = await aShop(options())
    const result = await api.run('imports.run', { file: offer(file), tags: ['Messe'] })
    expect(await rowsOf(result, 'created')).toMatchObject({
      total: 2,
      rows: [
        { line: 4, name: 'Kim Yilmaz' },
        { line: 6, name: 'Jo Yilmaz' },
      ],
    })
    expect(await rowsOf(result, 'updated')).toMatchObject({ total: 1, rows: [{ line: 2, contact: anna }] })
    expect(await rowsOf(result, 'unchanged')).toMatchObject({ total: 1, rows: [{ line: 7, contact: anna }] })

    const { out, read } = destination()
    expect(await api.run('imports.saveRows', { import: result.import, outcome: 'skipped', out })).toEqual({ rows: 1 })
    expect(read()).toBe('\ufeffLine in the file;Contact;What happened\r\n3;Ruth Lindner;Lies in the trash\r\n')

    const past = await api('imports.past', { operation: result.operation! })
    expect(past).toMatchObject({
      fileName: 'kunden.csv',
      undone: false,
      result,
      settings: { tags: ['Messe'], onMatch: 'fill', delimiter: ';' },
    })
    await api.run('operations.undo', { id: result.operation! })
    expect(await api('imports.past', { operation: result.operation! })).toMatchObject({ undone: true })
    expect((await rowsOf(result, 'created')).rows).toMatchObject([
      { line: 4, name: '' },
      { line: 6, name: '' },
    ])
  })

  it('is one line for thousands of rows, and read from any row on', async () => {
    const { api, offer, destination } = await aShopWithFiles()
    const rows = Array.from({ length: 3000 }, (_, index) => `K${index};Petersen;k${index}@example.com;;\n`).join('')
    const { import: id } = await api.run('imports.run', { file: offer(header + rows) })
    const { total, rows: page } = await api('imports.rows', { import: id, outcome: 'created', offset: 2998, limit: 100 })
    expect([total, page.map(({ line, name }) => [line, name])]).toEqual([
      3000,
      [
        [3000, 'K2998 Petersen'],
        [3001, 'K2999 Petersen'],
      ],
    ])
    const { out, read } = destination()
    await api('settings.update', { country: 'GB' })
    expect(await api.run('imports.saveRows', { import: id, outcome: 'created', out })).toEqual({ rows: 3000 })
    const [, ...saved] = read().split('\r\n').slice(0, -1)
    expect(saved).toEqual(Array.from({ length: 3000 }, (_, index) => `${index + 2},K${index} Petersen,Added`))
  })

  it('is nothing for operations that were no import', async () => {
    const { api } = await aShop()
    await expect(api('imports.past', { operation: 1 })).rejects.toMatchObject({ failure: { reason: 'importGone' } })
  })
})

describe('what the columns of a file meant', () => {
  it('is remembered by the header, unless the guess is wanted', async () => {
    const { api, offer } = await aShopWithFiles()
    const token = offer(file)
    const fields = ['givenName', 'familyName', 'email', null, 'source']
    await api.run('imports.run', { file: token, fields })
    const meanings = async (options: object) => {
      const { columns, isRemembered } = await api('imports.preview', { file: token, ...options })
      return { fields: columns.map(({ field }) => field), isRemembered }
    }
    expect(await meanings({})).toEqual({ fields, isRemembered: true })
    expect(await meanings({ guessAgain: true })).toEqual({
      fields: ['givenName', 'familyName', 'email', 'phone', 'note'],
      isRemembered: false,
    })
    await api.run('imports.run', { file: token })
    expect(await meanings({})).toMatchObject({ isRemembered: false })
  })
})

it('twenty thousand rows about one person become one contact', async () => {
  const { api, offer } = await aShopWithFiles()
  const rows = 'Anna;Petersen;anna@example.com;040 1;\n'.repeat(20_000)
  expect(await api.run('imports.run', { file: offer(header + rows) })).toMatchObject({ created: 1, unchanged: 19_999 })
}, 60_000)
