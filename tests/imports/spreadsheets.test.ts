import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { aWorkbook, aZip, textRow } from '../support/spreadsheet.ts'

async function imported(content: Buffer, options: { sheet?: string } = {}) {
  const shop = await aShopWithFiles()
  const file = shop.offer(content, 'kunden.xlsx')
  const preview = await shop.api('imports.preview', { file, ...options })
  const result = await shop.api.run('imports.run', { file, ...options })
  const { problems } = await shop.api('imports.problems', { import: result.import })
  expect(shop.bugs).toEqual([])
  return { preview, result, problems, contacts: await shop.allContacts() }
}

describe('a spreadsheet', () => {
  it('comes in like a text: shared strings, formulas by their values, dates that are numbers, numbers that are phones', async () => {
    const strings = [
      '<t>Name</t>',
      '<t>Geburtstag</t>',
      '<t>Telefon</t>',
      '<r><t>Anna </t></r><r><t>Petersen</t></r><rPh><t>x</t></rPh>',
      '<t>E-Mail</t>',
    ]
    const { preview, result, contacts } = await imported(
      aWorkbook(
        {
          Kunden: [
            '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="E2" t="s"><v>4</v></c></row>',
            '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>30816</v></c><c r="C4"><v>4.91761234567E+11</v></c><c r="E4" t="str"><f>LOWER("A")</f><v>anna@example.com</v></c></row>',
            '<row r="5"><c r="A5" t="str"><f>A4</f><v>Ruth Lindner</v></c><c r="B5" s="2"><v>25965.5</v></c><c r="C5" t="e"><v>#N/A</v></c></row>',
          ].join(''),
        },
        { strings, merged: '<mergeCells><mergeCell ref="B4:B5"/></mergeCells>' },
      ),
    )
    expect(preview).toMatchObject({ format: 'xlsx', sheet: 'Kunden', sheets: ['Kunden'], headerLine: 2, isWhole: true })
    expect(preview.columns.map(({ field }) => field)).toEqual(['name', 'birthday', 'phone', null, 'email'])
    expect(result).toMatchObject({ created: 2, incomplete: 0, failed: 0 })
    expect(
      contacts.map(({ givenName, birthday, phones, emails }) => [givenName, birthday, phones[0]?.number, emails[0]?.address]).sort(),
    ).toEqual([
      ['Anna', '1984-05-14', '491761234567', 'anna@example.com'],
      ['Ruth', '1971-02-01', undefined, undefined],
    ])
  })

  it('may have its title merged over the table, and names its problems by row', async () => {
    const { preview, problems, contacts } = await imported(
      aWorkbook(
        { Kunden: textRow(1, 'Kundenliste') + textRow(3, 'Vorname', 'Nachname', 'E-Mail') + textRow(4, 'Anna', 'Petersen', 'anna@') },
        { merged: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' },
      ),
    )
    expect(preview.headerLine).toBe(3)
    expect(problems.map(({ line, column, reason }) => [line, column, reason])).toEqual([[4, 'E-Mail', 'emailInvalid']])
    expect(contacts).toHaveLength(1)
  })

  it('has its first sheet read, or the one that is chosen', async () => {
    const sheets = {
      Kunden: textRow(1, 'Vorname', 'Nachname') + textRow(2, 'Anna', 'Petersen'),
      Alte: textRow(1, 'Vorname', 'Nachname') + textRow(2, 'Ruth', 'Lang'),
    }
    expect((await imported(aWorkbook(sheets))).contacts.map(({ givenName }) => givenName)).toEqual(['Anna'])
    const { preview, contacts } = await imported(aWorkbook(sheets), { sheet: 'Alte' })
    expect(preview).toMatchObject({ sheet: 'Alte', sheets: ['Kunden', 'Alte'] })
    expect(contacts.map(({ givenName }) => givenName)).toEqual(['Ruth'])
  })

  it('counts its days from 1904 where a Mac said so', async () => {
    const rows = `${textRow(1, 'Name', 'Geburtstag')}<row r="2"><c r="A2" t="inlineStr"><is><t>Anna Petersen</t></is></c><c r="B2" s="1"><v>29354</v></c></row>`
    expect((await imported(aWorkbook({ Kunden: rows }, { since1904: true }))).contacts[0]!.birthday).toBe('1984-05-14')
  })

  it('may be long', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => textRow(index + 2, `K${index}`, `Petersen ${index}`, `k${index}@example.com`))
    const { preview, result } = await imported(aWorkbook({ Kunden: textRow(1, 'Vorname', 'Nachname', 'E-Mail') + rows.join('') }))
    expect(result).toMatchObject({ created: 12_000, failed: 0 })
    expect(preview.estimatedRows).toBeGreaterThan(10_000)
    expect(preview.estimatedRows).toBeLessThan(14_000)
  })
})

describe('a spreadsheet that cannot be read', () => {
  const old = (...names: readonly string[]) =>
    Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), ...names.map(name => Buffer.from(name, 'utf16le'))])
  const bomb = aWorkbook({ Kunden: `${textRow(1, 'Name')}${' '.repeat(120_000_000)}` })
  const whole = aWorkbook({ Kunden: textRow(1, 'Name') + textRow(2, 'Anna') })

  it.each([
    ['behind a password', old('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'fileIsEncrypted'],
    ['in the old format', old('Root Entry', 'Workbook'), 'fileIsOldSpreadsheet'],
    ['from LibreOffice', aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }), 'fileIsArchive'],
    ['that is a bomb', bomb, 'fileTooLargeUnpacked'],
    ['cut off', whole.subarray(0, whole.length - 40), 'fileBroken'],
    ['with broken XML', aWorkbook({ Kunden: '<row><c></row>' }), 'fileBroken'],
    ['with no sheet', aWorkbook({}), 'fileBroken'],
    ['with nothing in it', aWorkbook({ Kunden: '' }), 'fileEmpty'],
  ])('%s is refused with its reason', async (_, content, reason) => {
    const { api, offer, bugs } = await aShopWithFiles()
    const file = offer(content, 'kunden.xlsx')
    await expect(api('imports.preview', { file })).rejects.toMatchObject({ failure: { code: 'invalid', reason } })
    await expect(api.run('imports.run', { file })).rejects.toMatchObject({ failure: { code: 'invalid', reason } })
    expect(bugs).toEqual([])
  })
})
