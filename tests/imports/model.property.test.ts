import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NewContact } from '../../shared/contacts/model.ts'
import { labelledFields, plainFields } from '../../shared/imports/model.ts'
import { noDefaults } from '../../shared/imports/defaults.ts'
import { createRowReader } from '../../shared/imports/row.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

const fields = [
  ...plainFields,
  ...labelledFields,
  ...labelledFields.map(field => `${field}.2`),
  ...labelledFields.map(field => `${field}.work`),
  null,
]

const piece = fc.constantFrom(
  ...[
    'Anna',
    'Öztürk',
    ' ',
    '',
    "'",
    "''",
    '=1+1',
    '+49 176 1234567',
    '0176/1234567',
    '-',
    '@',
    'a@b',
    'anna@example.com',
    'mailto:',
    '<a@b.c>',
  ],
  ...[
    ',',
    ';',
    ':::',
    '\n',
    '\t',
    '"',
    '* ',
    '* myContacts',
    '31.12.1980',
    '0/0/00',
    '29.02.',
    '1604-02-29',
    'Dr.',
    'von',
    'GmbH',
    'Firma',
    'Kontakt',
  ],
  ...['n/a', '😀', '\u00a0', '\u200b', '\u2028', 'ß', 'e\u0301', '1', 'x'.repeat(39), 'x'.repeat(61), 'y'.repeat(101)],
)
const cell = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join(''))
const table = fc.array(fc.tuple(fc.constantFrom(...fields), cell), { minLength: 1, maxLength: 12 })
const tag = fc.constantFrom('VIP', 'vip', 'Messe')

describe('the reader of rows', () => {
  it('takes in only what a person could have typed, and just so', () => {
    let taken = 0
    fc.assert(
      fc.property(table, fc.uniqueArray(tag), fc.constantFrom('dayFirst' as const, 'monthFirst' as const), (columns, tags, order) => {
        const read = createRowReader({
          fields: columns.map(([field]) => field),
          dateOrders: columns.map(() => order),
          country: 'DE',
          today: '2026-11-21',
          tags,
          isOwn: false,
          own: [],
          headers: [],
          defaults: noDefaults,
        })
        const { contact, problems } = read(columns.map(([, cell]) => cell))
        if (!contact) {
          expect(problems).not.toEqual([])
          return
        }
        taken++
        const { phones, tags: own, ...rest } = contact
        const typed = { ...rest, phones: phones.map(({ label, number }) => ({ label, number })), tags: [...own] }
        expect(NewContact.parse(typed)).toEqual(typed)
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(500)
  })

  it('says of each problem which column it is in, and what stands there', () => {
    fc.assert(
      fc.property(table, columns => {
        const read = createRowReader({
          fields: columns.map(([field]) => field),
          dateOrders: [],
          country: 'DE',
          today: '2026-11-21',
          tags: [],
          isOwn: false,
          own: [],
          headers: [],
          defaults: noDefaults,
        })
        const { problems } = read(columns.map(([, cell]) => cell))
        for (const { column, value } of problems)
          expect(column === null ? value : column < columns.length).toBe(column === null ? '' : true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('what is too much', () => {
  const long = (length: number) => 'x'.repeat(length)
  const atMost = {
    Vorname: ['givenName', 100],
    Firma: ['organization', 200],
    Titel: ['namePrefix', 40],
    Notiz: ['note', 20_000],
    Herkunft: ['source', 200],
    Sprache: ['language', 35],
  } as const

  it.each(Object.entries(atMost))('in %s is so for a person who types and for an import alike', async (header, [field, maximum]) => {
    const { api, offer } = await aShopWithFiles()
    const file = offer(`Nachname;${header}\nPetersen;${long(maximum)}\nLindner;${long(maximum + 1)}\n`)
    const { import: id, created } = await api.run('imports.run', { file, fields: ['familyName', field] })
    expect(created).toBe(2)
    const { problems } = await api('imports.problems', { import: id })
    expect(problems).toEqual([
      { line: 3, column: header, value: long(maximum + 1).slice(0, 200), reason: 'tooLong', params: { maximum }, isTaken: true },
    ])
    await expect(api('contacts.create', aContact({ [field]: long(maximum) }))).resolves.toMatchObject({ [field]: long(maximum) })
    await expect(api('contacts.create', aContact({ [field]: long(maximum + 1) }))).rejects.toMatchObject({
      failure: { code: 'invalid', reason: 'tooLong', params: { maximum } },
    })
  })

  it('in a list is so for both', async () => {
    const { api, offer } = await aShopWithFiles()
    const emails = (count: number) => Array.from({ length: count }, (_, index) => `k${index}@example.com`)
    const tags = (count: number) => Array.from({ length: count }, (_, index) => `Tag ${index}`)
    const file = offer(
      `Name|E-Mail|Tags\nAnna|${emails(50).join(';')}|${tags(100).join(';')}\nRuth|${emails(51).join(';')}|${tags(101).join(';')}\n`,
    )
    const { import: id, created } = await api.run('imports.run', { file, delimiter: '|' })
    expect(created).toBe(2)
    expect((await api('imports.problems', { import: id })).problems).toEqual([
      { line: 3, column: 'E-Mail', value: '', reason: 'tooMany', params: { maximum: 50 }, isTaken: true },
      { line: 3, column: 'Tags', value: '', reason: 'tooMany', params: { maximum: 100 }, isTaken: true },
    ])
    await expect(api('contacts.create', aContact({ tags: tags(101) }))).rejects.toMatchObject({
      failure: { reason: 'tooMany', params: { maximum: 100 } },
    })
  })
})
