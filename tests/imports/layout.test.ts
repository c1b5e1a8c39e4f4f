import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'

async function preview(content: string, options: object = {}) {
  const { api, offer } = await aShopWithFiles()
  const { columns, rows, ...rest } = await api('imports.preview', { file: offer(content), ...options })
  return { ...rest, rows, headers: columns.map(({ header }) => header), fields: columns.map(({ field }) => field), columns }
}

describe('what stands between the cells', () => {
  const rows = [
    ['Name', 'E-Mail', 'Notiz'],
    ['Petersen, Anna', 'anna@example.com', 'zahlt 3,50; mag Tee'],
    ['Lindner, Ruth', 'ruth@example.com', 'kommt um 9,15'],
  ]
  it.each([',', ';', '\t', '|'])('is found: %j', async delimiter => {
    const text = rows.map(cells => cells.map(cell => `"${cell}"`).join(delimiter)).join('\n')
    expect(await preview(text)).toMatchObject({ delimiter, fields: ['name', 'email', 'note'], rows: rows.slice(1), estimatedRows: 2 })
  })

  it('is found where the other ones stand bare in the cells', async () => {
    expect(await preview('Name;Ort\nPetersen, Anna;Hamburg\nLindner, Ruth;Bonn\n')).toMatchObject({
      delimiter: ';',
      fields: ['name', 'locality'],
    })
  })

  it('is told by headers that mean something, where something else stands in each row more often', async () => {
    const text = 'Name;Notiz\nAnna;mag Tee, Kuchen, Obst\nRuth;zahlt bar, kommt spät, geht früh\nMia;jung, neu, nett\n'
    expect(await preview(text)).toMatchObject({ delimiter: ';', fields: ['name', 'note'] })
  })

  it('is what the first line says to Excel, and that line is nobody', async () => {
    expect(await preview('sep=;\r\nName;Ort\r\nAnna Petersen;Hamburg\r\n')).toMatchObject({
      delimiter: ';',
      headers: ['Name', 'Ort'],
      rows: [['Anna Petersen', 'Hamburg']],
      problems: [],
    })
  })

  it('does not matter to a list of names', async () => {
    expect(await preview('Name\nAnna Petersen\nRuth Lindner\n')).toMatchObject({ fields: ['name'], estimatedRows: 2 })
  })
})

describe('the first row', () => {
  it('is a contact where it holds what only contacts have', async () => {
    expect(await preview('Anna Petersen;anna@example.com;040 1234567\nRuth Lindner;ruth@example.com;030 1234567\n')).toMatchObject({
      hasHeader: false,
      headers: ['', '', ''],
      fields: ['name', 'email', 'phone'],
      estimatedRows: 2,
    })
  })

  it('is a contact where nothing speaks for a header', async () => {
    expect(await preview('Anna;Petersen\nRuth;Lindner\n')).toMatchObject({
      hasHeader: false,
      fields: ['givenName', 'familyName'],
      estimatedRows: 2,
    })
  })

  it('is a header where it has words of which none is known, above what can be told', async () => {
    expect(await preview('wer;wie\nAnna Petersen;anna@example.com\nRuth Lindner;ruth@example.com\n')).toMatchObject({
      hasHeader: true,
      headers: ['wer', 'wie'],
      fields: [null, 'email'],
    })
  })

  it('is what a person says it is', async () => {
    expect(await preview('Anna;Petersen\nRuth;Lindner\n', { hasHeader: true })).toMatchObject({
      hasHeader: true,
      headers: ['Anna', 'Petersen'],
      estimatedRows: 1,
    })
    expect(await preview('Name;Ort\nRuth;Bonn\n', { hasHeader: false })).toMatchObject({
      hasHeader: false,
      headers: ['', ''],
      estimatedRows: 2,
    })
  })
})

describe('the preview', () => {
  it('shows the first twenty rows, examples of each column, and how many rows there are', async () => {
    const lines = Array.from({ length: 45 }, (_, index) => `Anna ${index};${index % 2 ? '' : 'Hamburg'}`)
    const { rows, columns, estimatedRows } = await preview(['Name;Ort', ...lines].join('\n'))
    expect(rows).toEqual(Array.from({ length: 20 }, (_, index) => [`Anna ${index}`, index % 2 ? '' : 'Hamburg']))
    expect(columns).toEqual([
      {
        header: 'Name',
        field: 'name',
        dates: null,
        numbers: null,
        own: null,
        shared: null,
        samples: ['Anna 0', 'Anna 1', 'Anna 2', 'Anna 3', 'Anna 4'],
      },
      {
        header: 'Ort',
        field: 'locality',
        dates: null,
        numbers: null,
        own: null,
        shared: null,
        samples: Array.from({ length: 5 }, () => 'Hamburg'),
      },
    ])
    expect(estimatedRows).toBe(45)
  })

  it('tells what is wrong in those rows, in the order of the lines', async () => {
    const { problems } = await preview(
      'Name;E-Mail;Geburtstag\nAnna;keine Adresse;31.02.1980\nRuth;ruth@example.com;\n;;;x\nMia;mia@;1.1.1990\n',
    )
    expect(problems).toEqual([
      { line: 2, column: 'E-Mail', value: 'keine Adresse', reason: 'emailInvalid', params: {}, isTaken: true, cell: 1 },
      { line: 2, column: 'Geburtstag', value: '31.02.1980', reason: 'noSuchDay', params: {}, isTaken: true, cell: 2 },
      { line: 4, column: '', value: '', reason: 'tooManyCells', params: { cells: 4, columns: 3 }, isTaken: false, cell: null },
      { line: 5, column: 'E-Mail', value: 'mia@', reason: 'emailInvalid', params: {}, isTaken: true, cell: 1 },
    ])
  })
})

describe('the preview of columns', () => {
  it('says how dates are read and by which value, and follows whoever knows better', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer('Name;Geburtstag\nAnna;03/04/1980\nRuth;13/02/1981\n')
    const datesOf = async (dateOrder?: 'monthFirst') => (await api('imports.preview', { file, dateOrder })).columns[1]!.dates
    expect(await datesOf()).toEqual({ order: 'dayFirst', because: 'value', value: '13/02/1981' })
    expect(await datesOf('monthFirst')).toEqual({ order: 'monthFirst', because: 'choice', value: '' })
  })

  it('says where two columns mean the same', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer('Name;Geburtstag;Geboren;Firma\nAnna;1.2.1980;;Salon\n')
    const { columns } = await api('imports.preview', { file, fields: ['name', 'birthday', 'birthday', 'organization'] })
    expect(columns.map(({ shared }) => shared)).toEqual([
      null,
      { columns: [1, 2], kept: 'first' },
      { columns: [1, 2], kept: 'first' },
      null,
    ])
  })
})
