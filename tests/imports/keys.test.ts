import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

const counted = (result: Record<string, unknown>) =>
  Object.fromEntries(['created', 'updated', 'unchanged', 'skipped'].map(name => [name, result[name]]))

describe('a number of the old program, as the key', () => {
  const by = { matchBy: 'column', keyColumn: 0 } as const
  const header = 'Kundennr;Vorname;Nachname;E-Mail\n'

  async function aShop() {
    const shop = await aShopWithFiles()
    const { id } = await shop.api('fields.create', { name: 'Kundennr', type: 'text' })
    return { ...shop, field: String(id) }
  }

  it('tells people apart, whatever became of their names and addresses', async () => {
    const { api, offer, allContacts, field } = await aShop()
    await api('contacts.create', aContact({ custom: { [field]: 'K-17' }, emails: [], phones: [] }))
    await api('contacts.create', aContact({ givenName: 'Ruth', custom: { [field]: 'K-18' } }))
    const file = offer(`${header}k-17;Anna;Lindner;anna@example.com\nK-19;Anna;Petersen;anna@example.com\n`)
    expect(counted(await api.run('imports.run', { file, ...by, onMatch: 'overwrite' }))).toEqual({
      ...{ created: 1, updated: 1, unchanged: 0, skipped: 0 },
    })
    expect((await allContacts()).map(({ familyName, custom }) => [familyName, custom[field]])).toEqual([
      ['Lindner', 'k-17'],
      ['Petersen', 'K-19'],
      ['Petersen', 'K-18'],
    ])
    expect(counted(await api.run('imports.run', { file, ...by, onMatch: 'overwrite' }))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
    })
  })

  it('is filled in for those who have none yet and are known by the rest', async () => {
    const { api, offer, field } = await aShop()
    const { id } = await api('contacts.create', aContact())
    const file = offer(`${header}K-17;Anna;Petersen;anna@example.com\n`)
    expect(counted(await api.run('imports.run', { file, ...by }))).toMatchObject({ created: 0, updated: 1 })
    expect((await api('contacts.get', { id })).custom).toEqual({ [field]: 'K-17' })
  })

  it('can come from a field that is made by the same import, also for rows further down', async () => {
    const { api, offer } = await aShopWithFiles()
    const many = Array.from({ length: 1500 }, (_, index) => `${index};Anna${index};P;\n`).join('')
    const file = offer(`Nr;Vorname;Nachname;E-Mail\n${many}3;Anna3;P;anna3@example.com\n1499;Anna1499;P;anna1499@example.com\n`)
    const result = await api.run('imports.run', { file, ...by, fields: ['new.number', 'givenName', 'familyName', 'email'] })
    expect(counted(result)).toEqual({ created: 1500, updated: 2, unchanged: 0, skipped: 0 })
    expect((await api('contacts.search', { text: 'example.com' })).map(({ name }) => name)).toEqual(['Anna1499 P', 'Anna3 P'])
  })

  it('finds those in the trash, and lists a number that several people have', async () => {
    const { api, offer, field } = await aShop()
    const gone = await api('contacts.create', aContact({ custom: { [field]: 'K-17' } }))
    await api('contacts.trash', { ids: [gone.id] })
    for (const familyName of ['Groß', 'Klein']) await api('contacts.create', { familyName, custom: { [field]: 'K-18' } })
    const file = offer(`${header}K-17;Mia;Lindner;\nK-18;Ida;Lindner;\n`)
    const { import: id } = await api.run('imports.run', { file, ...by })
    expect((await api('imports.rows', { import: id, outcome: 'skipped' })).rows.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'inTrash'],
      [3, 'ambiguous'],
    ])
  })

  it('has to be a field with text or numbers', async () => {
    const { api, offer } = await aShop()
    const file = offer(`${header}K-17;Anna;Petersen;\n`)
    for (const keyColumn of [null, 1, 7])
      await expect(api.run('imports.run', { file, matchBy: 'column', keyColumn })).rejects.toMatchObject({
        failure: { code: 'invalid', reason: 'keyColumnMissing' },
      })
  })
})

describe('everything that is known, as the key', () => {
  const header = 'Vorname;Nachname;E-Mail;Straße;PLZ;Ort;Geburtstag\n'
  const rows = [
    'Wilhelmine;Featherstonhaugh;mina@example.com;Große Elbstraße 5;22767;Hamburg;14.05.1984',
    'Ruth;Lindner;ruth@example.com;;;;',
    'Anne;Petersen;;Große Elbstraße 5;22767;Hamburg;',
  ]

  async function meeting(matchBy: 'usual' | 'alike') {
    const shop = await aShopWithFiles()
    const emails = [{ label: '', address: 'mina@example.com' }]
    const home = [{ label: '', street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', country: 'DE' }]
    await shop.api('contacts.create', {
      givenName: 'Wilhelmine',
      familyName: 'Featherstonehaugh',
      addresses: home,
      emails,
      birthday: '1984-05-14',
    })
    await shop.api('contacts.create', { givenName: 'Ruth', familyName: 'Lindner', emails: [{ label: '', address: 'ruth@example.com' }] })
    await shop.api('contacts.create', { givenName: 'Anna', familyName: 'Petersen', addresses: home })
    const file = shop.offer(`${header}${rows.join('\n')}\n`)
    const first = counted(await shop.api.run('imports.run', { file, matchBy }))
    const again = counted(await shop.api.run('imports.run', { file, matchBy }))
    return { first, again }
  }

  it('takes those for the same of whom the search for duplicates is certain, and leaves the likely ones to it', async () => {
    expect(await meeting('alike')).toEqual({
      first: { created: 1, updated: 0, unchanged: 2, skipped: 0 },
      again: { created: 0, updated: 0, unchanged: 3, skipped: 0 },
    })
  })

  it('is more than the usual way looks at', async () => {
    expect((await meeting('usual')).first).toEqual({ created: 2, updated: 0, unchanged: 1, skipped: 0 })
  })
})
