import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

const header = 'Vorname;Nachname;E-Mail;Telefon;Geburtstag'
const table = (...rows: string[]) => [header, ...rows, ''].join('\r\n')
const names = (contacts: readonly { givenName: string; familyName: string }[]) =>
  contacts.map(({ givenName, familyName }) => `${givenName} ${familyName}`)

describe('an import', () => {
  it('makes contacts of rows, with all that stands in them', async () => {
    const { api, offer, allContacts, clock } = await aShopWithFiles()
    const at = clock.now.toISOString()
    const file = offer(
      'Anrede;Vorname;Nachname;Firma;Mobil;Telefon geschäftlich;E-Mail;Straße;PLZ;Ort;Land;Geburtstag;Sprache;Herkunft;Notiz;Schlagworte\n' +
        'Dr.;Anna;Petersen;Salon Petersen;0176 1234567;040/7654321;Anna@Example.com;Große Elbstraße 5;22767;Hamburg;DE;14.05.1984;de;Laden;"mag ""Tee"",\nzahlt bar";"VIP, ""Berlin, Mitte"""\n',
    )
    expect(await api.run('imports.run', { file })).toEqual({
      operation: 1,
      import: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      incomplete: 0,
      failed: 0,
    })
    expect(await allContacts()).toEqual([
      {
        ...{ id: 1, kind: 'person', namePrefix: 'Dr.', givenName: 'Anna', additionalName: '', familyName: 'Petersen', nameSuffix: '' },
        organization: 'Salon Petersen',
        phones: [
          { label: 'mobile', number: '0176 1234567', e164: '+491761234567' },
          { label: 'work', number: '040/7654321', e164: '+49407654321' },
        ],
        emails: [{ label: '', address: 'Anna@Example.com' }],
        addresses: [{ label: '', street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', region: '', country: 'DE' }],
        ...{ birthday: '1984-05-14', language: 'de', note: 'mag "Tee",\nzahlt bar', source: 'Laden' },
        tags: ['Berlin, Mitte', 'VIP'],
        ...{ alerts: [], consents: {}, preferredChannel: null, followUpOn: null, blockedAt: null, custom: {} },
        ...{ createdAt: at, changedAt: at, trashedAt: null },
      },
    ])
    expect(await api('contacts.search', { text: 'peters 4567 hamb' })).toMatchObject([{ id: 1 }])
  })

  it('counts what it did with each row, and lists what is wrong by line, column, value and reason', async () => {
    const { api, offer, bugs } = await aShopWithFiles()
    await api(
      'contacts.create',
      aContact({
        givenName: 'Ruth',
        familyName: 'Lindner',
        phones: [],
        emails: [{ label: '', address: 'ruth@example.com' }],
        addresses: [],
        tags: [],
      }),
    )
    const file = offer(
      table(
        'Anna;Petersen;anna@example.com;040 1234567;1.2.1980',
        'Ruth;Lindner;RUTH@example.com;;',
        'Mia;Lang;mia@;ruft an;30.02.1980',
        ';;;;',
        'Ruth;Lindner;ruth@example.com;030 1234567;',
        ';;;;3.4.1990',
        'Ida;Kurz;;;;x',
      ),
    )
    const result = await api.run('imports.run', { file })
    expect(result).toEqual({ operation: 2, import: 1, created: 2, updated: 1, unchanged: 1, skipped: 0, incomplete: 1, failed: 2 })
    expect(await api('imports.problems', { import: result.import })).toEqual({
      total: 5,
      problems: [
        { line: 4, column: 'Telefon', value: 'ruft an', reason: 'phoneWithoutDigits', params: {}, isTaken: true },
        { line: 4, column: 'E-Mail', value: 'mia@', reason: 'emailInvalid', params: {}, isTaken: true },
        { line: 4, column: 'Geburtstag', value: '30.02.1980', reason: 'noSuchDay', params: {}, isTaken: true },
        { line: 7, column: '', value: '', reason: 'nameMissing', params: {}, isTaken: false },
        { line: 8, column: '', value: '', reason: 'tooManyCells', params: { cells: 6, columns: 5 }, isTaken: false },
      ],
    })
    expect(bugs).toEqual([])
  })

  it('takes a header that is repeated further down for nobody', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    const result = await api.run('imports.run', { file: offer(table('Anna;Petersen;;;', header, 'Ruth;Lindner;;;')), hasHeader: true })
    expect(result).toMatchObject({ created: 2, failed: 1 })
    expect(await api('imports.problems', { import: result.import })).toEqual({
      total: 1,
      problems: [{ line: 3, column: '', value: '', reason: 'headerAgain', params: {}, isTaken: false }],
    })
    expect(names(await allContacts())).toEqual(['Ruth Lindner', 'Anna Petersen'])
  })

  it('takes cells as a person has mended them', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    const file = offer(table('Anna;Petersen;anna@;;', 'Ruth;Lindner;ruth@example.com;;31.4.1980'))
    const fixes = [
      { line: 2, column: 2, value: 'anna@example.com' },
      { line: 3, column: 4, value: '30.4.1980' },
    ]
    expect((await api('imports.preview', { file })).problems.map(({ line, cell }) => [line, cell])).toEqual([
      [2, 2],
      [3, 4],
    ])
    expect((await api('imports.preview', { file, fixes })).problems).toEqual([])
    expect(await api.run('imports.run', { file, fixes })).toMatchObject({ created: 2, incomplete: 0 })
    expect((await allContacts()).map(({ emails, birthday }) => [emails[0]?.address, birthday]).sort()).toEqual([
      ['anna@example.com', null],
      ['ruth@example.com', '1980-04-30'],
    ])
  })

  it('gives its problems page by page', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer(table(...Array.from({ length: 250 }, (_, index) => `K${index};Petersen;nr${index}@;;`)))
    const { import: id } = await api.run('imports.run', { file })
    const page = async (offset: number, limit: number) => {
      const { total, problems } = await api('imports.problems', { import: id, offset, limit })
      return { total, lines: problems.map(({ line }) => line) }
    }
    expect(await page(0, 3)).toEqual({ total: 250, lines: [2, 3, 4] })
    expect(await page(3, 2)).toEqual({ total: 250, lines: [5, 6] })
    expect(await page(249, 10)).toEqual({ total: 250, lines: [251] })
    expect(await page(250, 10)).toEqual({ total: 250, lines: [] })
    await expect(api('imports.problems', { import: id + 1 })).rejects.toMatchObject({ failure: { code: 'notFound', reason: 'importGone' } })
  })

  it('saves the rows that failed, to be mended and imported', async () => {
    const { api, offer, destination, allContacts } = await aShopWithFiles()
    const file = offer(
      table(
        'Anna;Petersen;anna@;;',
        'Ruth;Lindner;ruth@example.com;;',
        '"Mia ""Mi""";"Lang;\nKurz";mia@example.com;;30.2.1980',
        '=1+1;Öz;@oz;;',
        'Ida;Kurz;;;;zu viel',
      ),
    )
    const { import: id } = await api.run('imports.run', { file })
    const { out, path } = destination()
    expect(await api.run('imports.saveProblems', { import: id, out })).toEqual({ rows: 4 })

    const saved = readFileSync(path, 'utf8')
    expect(parse(saved, { bom: true, delimiter: ';', relax_column_count: true })).toEqual([
      [...header.split(';'), 'Line in the file', 'What is wrong'],
      ['Anna', 'Petersen', 'anna@', '', '', '2', 'E-Mail: This is not an e-mail address.'],
      ['Mia "Mi"', 'Lang;\nKurz', 'mia@example.com', '', '30.2.1980', '4', 'Geburtstag: This is not a date.'],
      ["'=1+1", 'Öz', "'@oz", '', '', '6', 'E-Mail: This is not an e-mail address.'],
      ['Ida', 'Kurz', '', '', '', '7', 'This row has 6 cells, the table has 5 columns.', 'zu viel'],
    ])

    const mended = saved
      .replace('anna@', 'anna@example.com')
      .replace('30.2.1980', '28.2.1980')
      .replace("'@oz", 'oz@example.com')
      .replace(';zu viel', '')
    expect(await api.run('imports.run', { file: offer(mended, 'mended.csv') })).toMatchObject({ created: 1, updated: 3, failed: 0 })
    expect(names(await allContacts()).sort()).toEqual(['=1+1 Öz', 'Anna Petersen', 'Ida Kurz', 'Mia "Mi" Lang;\nKurz', 'Ruth Lindner'])
  })

  it.each([
    ['inside a row', ''],
    ['between two rows', '30.2.1980'],
  ])('saves each of many rows once, with all that is wrong with it, where a thousand problems end %s', async (_where, firstBirthday) => {
    const { api, offer, destination } = await aShopWithFiles()
    const rows = Array.from({ length: 1100 }, (_, index) => [`K${index}`, 'Petersen', 'nr@', '', index === 0 ? firstBirthday : '30.2.1980'])
    const { import: id } = await api.run('imports.run', { file: offer(table(...rows.map(cells => cells.join(';')))) })
    expect(await api('imports.problems', { import: id, limit: 1 })).toMatchObject({ total: firstBirthday ? 2200 : 2199 })
    const { out, path } = destination()
    expect(await api.run('imports.saveProblems', { import: id, out })).toEqual({ rows: rows.length })
    const wrong = ['E-Mail: This is not an e-mail address.', 'Geburtstag: This is not a date.']
    const reasons = rows.map(cells => (cells[4] ? wrong : wrong.slice(0, 1)).join(' '))
    const [, ...saved] = parse(readFileSync(path), { bom: true, delimiter: ';' })
    expect(saved).toEqual(rows.map((cells, index) => [...cells, `${index + 2}`, reasons[index]]))
  })

  it('gives tags to all, each once, to those who were there as well', async () => {
    const { api, offer, allContacts } = await aShopWithFiles()
    await api('contacts.create', aContact({ tags: ['vip'] }))
    const file = offer('Name;E-Mail;Tags\nAnna Petersen;anna@example.com;\nRuth Lindner;ruth@example.com;Family\n')
    expect(await api.run('imports.run', { file, tags: ['VIP', 'Messe 2026'] })).toMatchObject({ created: 1, updated: 1 })
    expect((await allContacts()).map(({ familyName, tags }) => [familyName, tags])).toEqual([
      ['Lindner', ['Family', 'Messe 2026', 'vip']],
      ['Petersen', ['Messe 2026', 'vip']],
    ])
  })

  it('stands in the history with its number and its file', async () => {
    const { api, offer, clock } = await aShopWithFiles()
    const file = offer(table('Anna;Petersen;;;', 'Ruth;Lindner;;;', ';;;;1.1.1980'), 'Kunden (neu).csv')
    const { operation } = await api.run('imports.run', { file })
    expect(await api('operations.list', {})).toEqual([
      {
        id: operation,
        at: clock.now.toISOString(),
        user: 'owner',
        call: 'imports.run',
        summary: { text: 'contactsImported', params: { count: 2, file: 'Kunden (neu).csv' } },
        ...{ undoes: null, undoneBy: null, follows: null, contactId: null, isFinal: false },
      },
    ])
  })

  it('that changed nothing leaves nothing in the history, and still tells its problems', async () => {
    const { api, offer } = await aShopWithFiles()
    const result = await api.run('imports.run', { file: offer(table(';;anna@;;')) })
    expect(result).toMatchObject({ operation: null, created: 0, failed: 1 })
    expect(await api('operations.list', {})).toEqual([])
    expect(await api('imports.problems', { import: result.import })).toMatchObject({ total: 1 })
  })
})
