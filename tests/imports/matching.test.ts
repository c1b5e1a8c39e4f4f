import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles, everythingIn } from '../support/files.ts'

const table = (...rows: string[]) => ['Vorname;Nachname;Firma;E-Mail;Telefon;PLZ;Ort;Geburtstag;Notiz', ...rows, ''].join('\n')
const none = { created: 0, updated: 0, unchanged: 0, skipped: 0, incomplete: 0, failed: 0 }

/** A shop that knows Anna, and a file with one row. */
async function meeting(row: string, onMatch?: 'fill' | 'overwrite' | 'skip' | 'create') {
  const shop = await aShopWithFiles()
  const before = await shop.api('contacts.create', aContact({ note: 'Likes tea.' }))
  const { operation: _operation, import: _import, ...counts } = await shop.api.run('imports.run', { file: shop.offer(table(row)), onMatch })
  const after = await shop.api('contacts.get', { id: before.id })
  return { before, after, counts, total: (await shop.api('contacts.list', {})).total }
}

describe('a row about somebody who is there', () => {
  const row = 'Anna;Petersen;Salon;ANNA@example.com;040 1234567;;;14.05.1984;Pays cash.'

  it('fills the gaps and replaces nothing', async () => {
    const { before, after, counts, total } = await meeting(row)
    expect(counts).toEqual({ ...none, updated: 1 })
    expect(total).toBe(1)
    expect(after).toEqual({
      ...before,
      organization: 'Salon',
      phones: [...before.phones, { label: '', number: '040 1234567', e164: '+49401234567' }],
      birthday: '1984-05-14',
    })
  })

  it('is left out where the shop said so', async () => {
    const { before, after, counts, total } = await meeting(row, 'skip')
    expect({ after, counts, total }).toEqual({ after: before, counts: { ...none, skipped: 1 }, total: 1 })
  })

  it('replaces what is known where the shop said so, empties nothing, and says nothing new the second time', async () => {
    const { before, after, counts } = await meeting(row, 'overwrite')
    expect(counts).toEqual({ ...none, updated: 1 })
    expect(after).toMatchObject({ note: 'Pays cash.', organization: 'Salon', birthday: '1984-05-14', givenName: 'Anna' })
    expect(after.phones.length).toBe(before.phones.length + 1)
    expect((await meeting(';;;anna@example.com;;;;;', 'overwrite')).counts).toEqual({ ...none, unchanged: 1 })
  })

  it('is the only one to be taken where the shop wants nobody new; one undo takes all of it back', async () => {
    const shop = await aShopWithFiles()
    await shop.api('contacts.create', aContact({ note: 'Likes tea.' }))
    const before = await everythingIn(shop)
    const file = shop.offer(table(row, 'Ruth;Lindner;;ruth@example.com;;;;;', 'Ruth;Lindner;;ruth@example.com;;;;;'))
    const result = await shop.api.run('imports.run', { file, onMatch: 'overwrite', onNew: 'skip' })
    expect(result).toMatchObject({ created: 0, updated: 1, unchanged: 0, skipped: 2 })
    expect((await shop.api('contacts.list', {})).total).toBe(1)
    await shop.api.run('operations.undo', { id: result.operation! })
    expect(await everythingIn(shop)).toEqual(before)
  })

  it('is added once more where the shop said so', async () => {
    const { before, after, counts, total } = await meeting(row, 'create')
    expect({ after, counts, total }).toEqual({ after: before, counts: { ...none, created: 1 }, total: 2 })
  })

  it('is known by the phone, however it is written', async () => {
    expect((await meeting('Anna;Petersen;;;+49 (176) 123-4567;;;;')).counts).toEqual({ ...none, unchanged: 1 })
  })

  it('says nothing new with tags and places that differ in case and accents only', async () => {
    const { api, offer } = await aShopWithFiles()
    await api('contacts.create', aContact())
    const file = offer('Name;E-Mail;Ort;Tags\nAnna Petersen;anna@example.com;HÀMBURG;vip\n')
    expect(await api.run('imports.run', { file, tags: ['Vip'] })).toMatchObject({ ...none, unchanged: 1, operation: null })
  })

  it('is known without a name', async () => {
    expect((await meeting(';;;anna@example.com;;;;;')).counts).toEqual({ ...none, unchanged: 1 })
  })

  it('is somebody else who shares the phone', async () => {
    expect((await meeting('Peter;Petersen;;;0176 1234567;;;;')).counts).toEqual({ ...none, created: 1 })
  })

  it('is somebody else of the same name, where nothing else is known', async () => {
    expect((await meeting('Anna;Petersen;;;;20095;Hamburg;;')).counts).toEqual({ ...none, created: 1 })
    expect((await meeting('Anna;Petersen;;;;22767;Hamburg;;')).counts).toEqual({ ...none, unchanged: 1 })
  })

  it('is somebody else who shares the name and the family’s phone, but was born on another day', async () => {
    const { api, offer } = await aShopWithFiles()
    await api('contacts.create', aContact({ birthday: '1984-05-14' }))
    const rows = [
      'Anna;Petersen;;;0176 1234567;;;02.03.2015;',
      'Anna;Petersen;;;0176 1234567;;;14.05.;',
      'Anna;Petersen;;anna@example.com;;;;15.05.1984;',
    ]
    expect(await api.run('imports.run', { file: offer(table(...rows)) })).toMatchObject({ ...none, created: 1, unchanged: 2 })
  })

  it('is about the only one of that name who has neither phone nor e-mail, and about nobody where there are two', async () => {
    const { api, offer } = await aShopWithFiles()
    const bare = { emails: [], phones: [], addresses: [] }
    for (const givenName of ['Ruth', 'Ida', 'Ida']) await api('contacts.create', aContact({ ...bare, givenName }))
    const rows = ['Ruth;Petersen;;ruth@example.com;;;;;', 'Ida;Petersen;;ida@example.com;;;;;']
    expect(await api.run('imports.run', { file: offer(table(...rows)) })).toMatchObject({ ...none, created: 1, updated: 1 })
  })

  it('is somebody else than a namesake in another row, where one of them has neither phone nor e-mail', async () => {
    const { api, offer } = await aShopWithFiles()
    const rows = ['Anna;Petersen;;;;;;;', 'Anna;Petersen;;anna@example.com;;;;;', 'Ruth;Petersen;;;040 1234567;;;;', 'Ruth;Petersen;;;;;;;']
    expect(await api.run('imports.run', { file: offer(table(...rows)) })).toMatchObject({ ...none, created: 4 })
  })

  it('is left out where the old one lies in the trash', async () => {
    const { api, offer } = await aShopWithFiles()
    const { id } = await api('contacts.create', aContact())
    await api('contacts.trash', { ids: [id] })
    expect(await api.run('imports.run', { file: offer(table(row)) })).toMatchObject({ ...none, skipped: 1 })
  })
})

describe('two rows about one person', () => {
  it('become one contact with what both say', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    const file = offer(
      table(
        'Anna;Petersen;;anna@example.com;;;;;',
        'Anna;Petersen;;anna@example.com;040 1234567;;;;',
        'Anna;Petersen;;;040/1234567;;;;Likes tea.',
      ),
    )
    expect(await api.run('imports.run', { file })).toMatchObject({ ...none, created: 1, updated: 2 })
    expect(await allContacts()).toMatchObject([
      { givenName: 'Anna', emails: [{ address: 'anna@example.com' }], phones: [{ e164: '+49401234567' }], note: 'Likes tea.' },
    ])
  })
})

describe('the same file again', () => {
  it('changes nothing and leaves nothing in the history', async () => {
    const shop = await aShopWithFiles()
    const rows = Array.from({ length: 300 }, (_, index) =>
      [
        `K${index % 50}`,
        `Petersen ${index % 70}`,
        '',
        index % 3 ? `k${index % 200}@example.com` : '',
        index % 4 ? `040 ${1_000_000 + (index % 90)}` : '',
        '22767',
        'Hamburg',
        '',
        `Note ${index % 5}`,
      ].join(';'),
    )
    const file = shop.offer(table(...rows))
    await shop.api.run('imports.run', { file, tags: ['Messe'] })
    const before = await everythingIn(shop)
    shop.clock.now = new Date('2026-12-01T08:00:00.000Z')
    const { total } = before.list
    const again = await shop.api.run('imports.run', { file, tags: ['Messe'] })
    expect(again).toMatchObject({ ...none, operation: null, unchanged: 300 })
    expect(await everythingIn(shop)).toEqual(before)
    expect(total).toBeGreaterThan(100)
    expect(await shop.api('operations.list', {})).toHaveLength(1)
  })
})
