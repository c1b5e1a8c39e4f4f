import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { aContact } from '../support/factories.ts'
import { aShopWithFiles } from '../support/files.ts'

type Wanted = Omit<Input<'exports.contacts'>, 'out'>
const bare = { phones: [], emails: [], addresses: [], tags: [] }

async function exported(contacts: readonly Input<'contacts.create'>[], wanted: Wanted = {}, settings: Input<'settings.update'> = {}) {
  const { api, destination } = await aShopWithFiles()
  await api('settings.update', settings)
  for (const contact of contacts) await api('contacts.create', contact)
  const { out, read } = destination()
  expect(await api.run('exports.contacts', { out, ...wanted })).toEqual({ contacts: contacts.length })
  return read()
}

const names = ['name', 'organization']

describe('an export', () => {
  it('is RFC 4180 to the byte: a mark for Excel, commas, CRLF, quotes where they are needed', async () => {
    const text = await exported(
      [
        aContact({ ...bare, familyName: 'Petersen, "Ann"', organization: 'Salon\nPetersen' }),
        aContact({ ...bare, givenName: 'Ruth', familyName: 'Öz' }),
      ],
      { columns: names },
    )
    expect(text).toBe('\ufeffName,Company\r\nRuth Öz,\r\n"Anna Petersen, ""Ann""","Salon\nPetersen"\r\n')
  })

  it.each([
    [',', 'Name,Company\r\n"Anna a,b",c;d\r\n'],
    [';', 'Name;Company\r\nAnna a,b;"c;d"\r\n'],
    ['\t', 'Name\tCompany\r\nAnna a,b\tc;d\r\n'],
  ] as const)('puts %j between the cells, and no mark, where that was asked for', async (delimiter, text) => {
    const contact = aContact({ ...bare, familyName: 'a,b', organization: 'c;d' })
    expect(await exported([contact], { delimiter, byteOrderMark: false, columns: names })).toBe(text)
  })

  it('has every field, with as many columns as the longest lists need, in the language of the shop', async () => {
    const full = aContact({
      ...{
        namePrefix: 'Dr.',
        additionalName: 'Maria',
        nameSuffix: 'jr.',
        organization: 'Salon',
        birthday: '--05-14',
        language: 'de',
        note: 'Likes tea.',
      },
      ...{ source: 'Shop', tags: ['VIP', 'Berlin, Mitte'] },
      phones: [
        { label: 'mobile', number: '+49 176 1234567' },
        { label: '', number: '040 1234567' },
      ],
    })
    const text = await exported([full], { byteOrderMark: false, delimiter: ';' }, { language: 'de' })
    const [header, row] = text.split('\r\n').map(line => line.split(';'))
    expect(Object.fromEntries(header!.map((name, index) => [name, row![index]]))).toEqual({
      Kontaktart: 'Person',
      Titel: 'Dr.',
      Vorname: 'Anna',
      'Weitere Vornamen': 'Maria',
      Nachname: 'Petersen',
      Namenszusatz: 'jr.',
      Firma: 'Salon',
      'Telefon 1': "'+49 176 1234567",
      'Telefon 1 Bezeichnung': 'mobile',
      'Telefon 2': '040 1234567',
      'Telefon 2 Bezeichnung': '',
      'E-Mail 1': 'anna@example.com',
      'E-Mail 1 Bezeichnung': 'home',
      'Adresse 1 Straße': 'Große Elbstraße 5',
      'Adresse 1 PLZ': '22767',
      'Adresse 1 Ort': 'Hamburg',
      'Adresse 1 Region': '',
      'Adresse 1 Land': 'DE',
      'Adresse 1 Bezeichnung': 'home',
      Geburtstag: "'--05-14",
      Sprache: 'de',
      Notiz: 'Likes tea.',
      Herkunft: 'Shop',
      Schlagwörter: '"""Berlin, Mitte"", VIP"',
    })
  })

  it('of nobody is a header', async () => {
    expect(await exported([], { columns: names })).toBe('\ufeffName,Company\r\n')
  })
})

describe('a cell that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ["'=1+1", "''=1+1"],
    ["''@x", "'''@x"],
    ["'quoted'", "'quoted'"],
    ['1+1', '1+1'],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('%j is written as %s', async (organization, cell) => {
    const contact = aContact({ ...bare, organization })
    expect(await exported([contact], { byteOrderMark: false, columns: ['organization'] })).toBe(`Company\r\n${cell}\r\n`)
  })

  it('behind a tab or a line break, as an older version may have kept it, is guarded too', async () => {
    const { guardText } = await import('../../shared/csv/guard.ts')
    expect(['\t=1', '\r=1'].map(guardText)).toEqual(["'\t=1", "'\r=1"])
  })
})

describe('an export that cannot end', () => {
  const many = 3000

  it('leaves no half file where it was cancelled, and the file that stood there before as it was', async () => {
    const { api, destination, folder } = await aShopWithFiles()
    await api.run('demo.fill', { contacts: many })
    const { path, out, read } = destination()
    writeFileSync(path, 'before')
    const abort = new AbortController()
    const running = api.run('exports.contacts', { out }, { signal: abort.signal, onProgress: () => abort.abort() })
    await expect(running).rejects.toMatchObject({ failure: { code: 'cancelled' } })
    expect(readdirSync(folder)).toEqual(['out.csv'])
    expect(read()).toBe('before')
  })

  it('says so where the place cannot be written to', async () => {
    const { api, offers, folder } = await aShopWithFiles()
    const out = offers.offerWrite(join(folder, 'gone', 'out.csv'))
    await expect(api.run('exports.contacts', { out })).rejects.toMatchObject({
      failure: { code: 'storage', reason: 'destinationUnwritable' },
    })
    expect(readdirSync(folder)).toEqual([])
  })
})
