import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aShopWithFiles } from '../support/files.ts'

type NewField = Input<'fields.create'>
const option = (id: number, label: string) => ({ id, label, archived: false })

async function aSalon(...fields: readonly NewField[]) {
  const shop = await aShopWithFiles()
  const ids = []
  for (const field of fields) ids.push((await shop.api('fields.create', field)).id)
  return { ...shop, ids }
}

type Shop = Awaited<ReturnType<typeof aSalon>>
const meanings = async ({ api }: Shop, file: string) =>
  Object.fromEntries((await api('imports.preview', { file })).columns.map(({ header, field }) => [header, field]))

/** What came in, by the names of the fields. */
async function customOf({ api, allContacts }: Shop) {
  const names = new Map((await api('fields.list', {})).map(({ id, name }) => [String(id), name]))
  return (await allContacts()).map(({ custom }) => Object.fromEntries(Object.entries(custom).map(([id, value]) => [names.get(id), value])))
}

describe('a column under the name of a field of the shop’s own', () => {
  it('is that field, whatever else it could mean, and however its name is written', async () => {
    const shop = await aSalon({ name: 'Schuhgröße', type: 'number' }, { name: 'Titel', type: 'text' })
    const file = shop.offer('Nachname;schuhgrosse;SCHUHGRÖSSE;Titel\nPetersen;38;39;x\n')
    expect(await meanings(shop, file)).toEqual({
      Nachname: 'familyName',
      schuhgrosse: `custom.${shop.ids[0]!}`,
      SCHUHGRÖSSE: `custom.${shop.ids[0]!}`,
      Titel: `custom.${shop.ids[1]!}`,
    })
  })

  it('is left out where the field is archived', async () => {
    const shop = await aSalon({ name: 'Shoe size', type: 'number' })
    const file = shop.offer('Name;Shoe size\nAnna Petersen;38\n')
    await shop.api.run('imports.run', { file })
    await shop.api('fields.archive', { id: shop.ids[0]!, archived: true })
    expect(await meanings(shop, file)).toEqual({ Name: 'name', 'Shoe size': null })
    await expect(shop.api.run('imports.run', { file, fields: ['name', `custom.${shop.ids[0]!}`] })).rejects.toMatchObject({
      failure: { code: 'notFound', reason: 'fieldGone' },
    })
  })

  it.each([
    ['text', "'=1+1", '=1+1'],
    ['text', ' Likes\u00a0tea ', 'Likes tea'],
    ['number', '1.234,50', 1234.5],
    ['number', '-12', -12],
    ['number', '49,90 €', 49.9],
    ['date', '31.12.2027', '2027-12-31'],
    ['date', '5/14/84', '1984-05-14'],
    ['date', '1999-02-03 00:00:00', '1999-02-03'],
    ['yesNo', 'Ja', true],
    ['yesNo', 'x', true],
    ['yesNo', '0', false],
    ['link', 'www.example.com/anna', 'https://www.example.com/anna'],
  ] as const)('takes as %s %j as %j', async (type, cell, value) => {
    const shop = await aSalon({ name: 'Extra', type })
    const file = shop.offer(`Name;Extra\nAnna Petersen;${cell}\n`)
    expect(await shop.api.run('imports.run', { file })).toMatchObject({ created: 1, incomplete: 0 })
    expect(await customOf(shop)).toEqual([{ Extra: value }])
  })

  it.each([
    ['number', 'many', 'numberInvalid'],
    ['date', '31.02.2020', 'noSuchDay'],
    ['date', '14. Mai', 'noSuchDay'],
    ['yesNo', 'perhaps', 'yesNoInvalid'],
    ['link', 'javascript:alert(1)', 'linkInvalid'],
  ] as const)('lists what is no %s (%j), and takes the row in', async (type, value, reason) => {
    const shop = await aSalon({ name: 'Extra', type })
    const { created, import: id } = await shop.api.run('imports.run', { file: shop.offer(`Name;Extra\nAnna Petersen;${value}\n`) })
    expect(created).toBe(1)
    expect((await shop.api('imports.problems', { import: id })).problems).toEqual([
      { line: 2, column: 'Extra', value, reason, params: {}, isTaken: true },
    ])
    expect(await customOf(shop)).toEqual([{}])
  })

  it('reads numbers by the evidence in the column, else as the country does, and says why', async () => {
    const shop = await aSalon({ name: 'Size', type: 'number' })
    const numbers = async (cells: string) =>
      (await shop.api('imports.preview', { file: shop.offer(`Name;Size\n${cells}`) })).columns[1]?.numbers
    expect(await numbers('Anna P;1.234\n')).toEqual({ mark: 'comma', because: 'country', value: '' })
    expect(await numbers('Anna P;1.234\nRuth L;2.5\n')).toEqual({ mark: 'point', because: 'value', value: '2.5' })
    expect(await numbers('Anna P;1.234\nRuth L;2,5\n')).toEqual({ mark: 'comma', because: 'value', value: '2,5' })
    const file = shop.offer('Name;Size\nAnna P;1.234\n')
    await shop.api.run('imports.run', { file, decimalMark: 'point' })
    expect(await customOf(shop)).toEqual([{ Size: 1.234 }])
  })

  const hair: NewField = { name: 'Hair', type: 'choice', options: [option(1, 'Fine'), option(2, 'Curly')] }
  const likes: NewField = { name: 'Likes', type: 'choices', options: [option(1, 'Tea'), option(2, 'Milk, sugar')] }

  it('takes choices by what they are called, and lists those that are not offered', async () => {
    const shop = await aSalon(hair, likes)
    const file = shop.offer('Name;Hair;Likes\nAnna P;FINE;Tea, "Milk, sugar"\nRuth L;Long;Tea;\nIda K;-;Milk, sugar\nMia B;;Beer, tea\n')
    const { import: id } = await shop.api.run('imports.run', { file })
    expect(await customOf(shop)).toEqual([{ Likes: [1] }, { Likes: [2] }, { Likes: [1] }, { Hair: 1, Likes: [1, 2] }])
    const problems = (await shop.api('imports.problems', { import: id })).problems
    expect(problems.map(({ line, column, value, reason }) => [line, column, value, reason])).toEqual([
      [3, 'Hair', 'Long', 'optionUnknown'],
      [5, 'Likes', 'Beer', 'optionUnknown'],
    ])
  })

  it('gets new choices where the shop asks for it, for the time of the import', async () => {
    const shop = await aSalon(hair, likes)
    const file = shop.offer('Name;Hair;Likes\nAnna P;Long;Beer, tea\nRuth L;long;Wine\n')
    const { operation, incomplete } = await shop.api.run('imports.run', { file, onNewOption: 'add' })
    expect(incomplete).toBe(0)
    const [hairs, drinks] = await shop.api('fields.list', {})
    expect(hairs?.options).toEqual([option(1, 'Fine'), option(2, 'Curly'), option(3, 'Long')])
    expect(drinks?.options.slice(2)).toEqual([option(3, 'Beer'), option(4, 'Wine')])
    expect(await customOf(shop)).toEqual([
      { Hair: 3, Likes: [4] },
      { Hair: 3, Likes: [3, 1] },
    ])
    await shop.api.run('operations.undo', { id: operation! })
    expect((await shop.api('fields.list', {})).map(({ options }) => options)).toEqual([hair.options, likes.options])
  })

  it('fills gaps, and replaces what is there only where it is asked to', async () => {
    const shop = await aSalon({ name: 'Size', type: 'number' }, likes)
    const [size, drinks] = shop.ids
    const { id } = await shop.api('contacts.create', {
      ...{ givenName: 'Anna', familyName: 'Petersen', emails: [{ label: '', address: 'anna@example.com' }] },
      custom: { [drinks!]: [2] },
    })
    const custom = async () => (await shop.api('contacts.get', { id })).custom
    const row = (number: number) => shop.offer(`Name;E-Mail;Size;Likes\nAnna Petersen;anna@example.com;${number};Tea\n`)
    expect(await shop.api.run('imports.run', { file: row(38) })).toMatchObject({ updated: 1 })
    expect(await custom()).toEqual({ [size!]: 38, [drinks!]: [2, 1] })
    expect(await shop.api.run('imports.run', { file: row(39) })).toMatchObject({ unchanged: 1 })
    expect(await shop.api.run('imports.run', { file: row(39), onMatch: 'overwrite' })).toMatchObject({ updated: 1 })
    expect(await custom()).toEqual({ [size!]: 39, [drinks!]: [2, 1] })
  })
})

describe('a column that means nothing yet', () => {
  const header = 'Name;E-Mail;Kundennr;Größe;Seit;Newsletter;Haar;Web;Bemerkung 2\n'
  const hairs = ['glatt', 'Locken', 'Glatt']
  const rows = Array.from(
    { length: 9 },
    (_, index) =>
      `Anna P${index};a${index}@example.com;00${index};3${index},5;0${index + 1}.03.20${10 + index};${index % 2 ? 'ja' : 'nein'};${hairs[index % 3]!};https://example.com/${index};so ${index}\n`,
  ).join('')
  const everything = ['name', 'email', ...Array.from({ length: 7 }, () => 'new')]

  it('becomes a field of the type that its content has', async () => {
    const shop = await aSalon()
    const file = shop.offer(header + rows)
    const { columns } = await shop.api('imports.preview', { file, fields: everything })
    expect(columns.map(({ field }) => field)).toEqual(
      ['name', 'email'].concat(['text', 'number', 'date', 'yesNo', 'choice', 'link', 'text'].map(type => `new.${type}`)),
    )
    expect(columns[3]).toMatchObject({ own: { name: 'Größe', type: 'number', isNew: true }, numbers: { mark: 'comma', value: '30,5' } })

    const { created, incomplete, operation } = await shop.api.run('imports.run', { file, fields: everything })
    expect({ created, incomplete }).toEqual({ created: 9, incomplete: 0 })
    const fields = await shop.api('fields.list', {})
    expect(fields.map(({ name, type }) => [name, type])).toEqual([
      ['Kundennr', 'text'],
      ['Größe', 'number'],
      ['Seit', 'date'],
      ['Newsletter', 'yesNo'],
      ['Haar', 'choice'],
      ['Web', 'link'],
      ['Bemerkung 2', 'text'],
    ])
    expect(fields[4]!.options).toEqual([option(1, 'glatt'), option(2, 'Locken')])
    expect((await customOf(shop))[1]).toEqual({
      ...{ Kundennr: '001', Größe: 31.5, Seit: '2011-03-02', Newsletter: true, Haar: 2 },
      ...{ Web: 'https://example.com/1', 'Bemerkung 2': 'so 1' },
    })

    expect(await shop.api.run('imports.run', { file })).toMatchObject({ operation: null, unchanged: 9 })
    await shop.api.run('operations.undo', { id: operation! })
    expect(await shop.api('fields.list', {})).toEqual([])
    expect(await shop.api('contacts.list', {})).toMatchObject({ total: 0 })
    await shop.api.run('operations.undo', { id: (await shop.api('operations.list', {}))[0]!.id })
    expect(await shop.api('fields.list', {})).toEqual(fields)
  })

  it('is the same new field where two have one name, and the old one where that is there', async () => {
    const shop = await aSalon({ name: 'Web', type: 'text' })
    const file = shop.offer('Name;Extra;EXTRA;Web\nAnna P;a;b;https://example.com\n')
    await shop.api.run('imports.run', { file, fields: ['name', 'new', 'new', 'new'] })
    expect((await shop.api('fields.list', {})).map(({ name }) => name)).toEqual(['Web', 'Extra'])
    expect(await customOf(shop)).toEqual([{ Web: 'https://example.com', Extra: 'a b' }])
  })

  it('learns the choices that come late in the file', async () => {
    const shop = await aSalon()
    const many = Array.from({ length: 30_000 }, (_, index) => `Anna P${index};${index < 29_000 ? hairs[index % 2]! : 'kurz'}\n`).join('')
    const file = shop.offer(`Name;Haar\n${many}`)
    expect((await shop.api('imports.preview', { file })).isWhole).toBe(false)
    expect(await shop.api.run('imports.run', { file, fields: ['name', 'new.choice'] })).toMatchObject({ created: 30_000, incomplete: 0 })
    expect((await shop.api('fields.list', {}))[0]!.options.map(({ label }) => label)).toEqual(['glatt', 'Locken', 'kurz'])
  })

  it('is asked of nobody who may not change the settings', async () => {
    const shop = await aShopWithFiles({ session: { user: 'Mia', may: ['contacts.read', 'contacts.import'] } })
    const file = shop.offer('Name;Extra\nAnna P;a\n')
    await expect(shop.api.run('imports.run', { file, fields: ['name', 'new'] })).rejects.toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('can be kept in the note, behind its name', async () => {
    const shop = await aSalon()
    const file = shop.offer('Name;Notiz;Haar;Größe\nAnna P;Mag Tee;Locken;38\nRuth L;;;39\n')
    await shop.api.run('imports.run', { file, fields: ['name', 'note', 'remark', 'remark'] })
    expect((await shop.allContacts()).map(({ note }) => note)).toEqual(['Größe: 39', 'Mag Tee\nHaar: Locken\nGröße: 38'])
  })
})
