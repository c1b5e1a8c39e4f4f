import { closeSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'

const nothing = { updated: 0, unchanged: 0, skipped: 0 }

async function refusalOf(content: string | Buffer, name?: string) {
  const { api, offer, bugs } = await aShopWithFiles()
  const file = offer(content, name)
  const refusal = async (wanted: Promise<unknown>) =>
    wanted.then(
      () => 'taken',
      (error: unknown) => (error as { failure: { reason: string } }).failure.reason,
    )
  const answers = [await refusal(api('imports.preview', { file })), await refusal(api.run('imports.run', { file }))]
  expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
  expect(await api('operations.list', {})).toEqual([])
  expect(bugs).toEqual([])
  return answers
}

async function imported(content: string | Buffer) {
  const shop = await aShopWithFiles()
  const file = shop.offer(content)
  const { columns } = await shop.api('imports.preview', { file })
  const result = await shop.api.run('imports.run', { file })
  const { problems } = await shop.api('imports.problems', { import: result.import })
  expect(shop.bugs).toEqual([])
  return { columns, result, problems, contacts: await shop.allContacts() }
}

describe('a file that is no table', () => {
  it.each([
    ['is empty', '', 'fileEmpty'],
    ['has nothing but blanks', ' \r\n\t\r\n', 'fileEmpty'],
    ['is a ZIP of something else', Buffer.from('PK\x03\x04\x14\0\0\0photo.jpg', 'latin1'), 'fileIsArchive'],
    ['is a PDF', '%PDF-1.7\n', 'fileIsPdf'],
    ['is a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'fileIsImage'],
    ['is a web page', '<!DOCTYPE html><html><table></table>', 'fileIsWebPage'],
    ['is binary', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)), 'fileIsBinary'],
  ])('that %s is refused with its reason and changes nothing', async (_, content, reason) => {
    expect(await refusalOf(content)).toEqual([reason, reason])
  })

  it('that has 2 GB without a line break is refused by its beginning', async () => {
    const { api, offers, folder, bugs } = await aShopWithFiles()
    const path = join(folder, 'endless.csv')
    const before = process.memoryUsage().rss
    writeFileSync(path, 'Name;E-Mail;'.repeat(100_000))
    truncateSync(path, 2 * 2 ** 30)
    const { token: file } = offers.offerRead(path)
    for (const wanted of [() => api('imports.preview', { file }), () => api.run('imports.run', { file })])
      await expect(wanted()).rejects.toMatchObject({ failure: { code: 'invalid', reason: 'fileWithoutLines' } })
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
    expect(bugs).toEqual([])
  })

  it('that is 2 GB of zeros is refused as binary', async () => {
    const { api, offers, folder } = await aShopWithFiles()
    const path = join(folder, 'zeros.csv')
    closeSync(openSync(path, 'w'))
    truncateSync(path, 2 * 2 ** 30)
    const { token: file } = offers.offerRead(path)
    await expect(api('imports.preview', { file })).rejects.toMatchObject({ failure: { code: 'invalid', reason: 'fileIsBinary' } })
  })
})

describe('a file that changes under the import', () => {
  it('is missed by its name where it is gone', async () => {
    const { api, offer, folder, bugs } = await aShopWithFiles()
    const file = offer('Name\nAnna Petersen\n')
    await api('imports.preview', { file })
    rmSync(join(folder, 'kunden.csv'))
    const gone = { failure: { code: 'notFound', reason: 'fileMissing', params: { name: 'kunden.csv' } } }
    await expect(api.run('imports.run', { file })).rejects.toMatchObject(gone)
    await expect(api('imports.preview', { file })).rejects.toMatchObject(gone)
    expect(await api('contacts.list', {})).toEqual({ total: 0, contacts: [] })
    expect(await api('operations.list', {})).toEqual([])
    expect(bugs).toEqual([])
  })

  it('is refused where the columns are no longer those that were assigned', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer('Vorname;Nachname;Ort\nAnna;Petersen;Hamburg\n')
    await expect(api.run('imports.run', { file, fields: ['givenName', 'familyName'] })).rejects.toMatchObject({
      failure: { code: 'invalid', reason: 'columnsDiffer', params: { columns: 3, fields: 2 } },
    })
  })
})

describe('a table that is odd', () => {
  it('with nothing but a header imports nobody', async () => {
    const { result, columns, contacts } = await imported('Vorname;Nachname;E-Mail\r\n')
    expect(columns.map(({ field }) => field)).toEqual(['givenName', 'familyName', 'email'])
    expect(result).toEqual({ operation: null, import: 1, created: 0, ...nothing, incomplete: 0, failed: 0 })
    expect(contacts).toEqual([])
  })

  it('may have 500 columns', async () => {
    const headers = ['Nachname', ...Array.from({ length: 498 }, (_, index) => `Umsatz ${index}`), 'E-Mail']
    const row = ['Petersen', ...Array.from({ length: 498 }, () => '12'), 'anna@example.com']
    const { columns, contacts } = await imported(`${headers.join(';')}\n${row.join(';')}\n`)
    expect(columns.map(({ field }) => field).flatMap((field, index) => (field ? [[index, field]] : []))).toEqual([
      [0, 'familyName'],
      [499, 'email'],
    ])
    expect(contacts).toMatchObject([{ emails: [{ label: '', address: 'anna@example.com' }] }])
  })

  it('may not have more columns than anybody could look through', async () => {
    expect(await refusalOf(`${Array.from({ length: 2001 }, (_, index) => `c${index}`).join(';')}\n`)).toEqual([
      'tooManyColumns',
      'tooManyColumns',
    ])
  })

  it('with a cell of 10 MB reports that cell and takes all others', async () => {
    const note = 'x'.repeat(10_000_000)
    const { result, problems, contacts } = await imported(
      `Vorname;Nachname;Notiz\nAnna;Petersen;kurz\nRuth;Lindner;"${note}"\nMia;Lang;kurz\n`,
    )
    expect(result).toMatchObject({ created: 3, incomplete: 1, failed: 0 })
    expect(problems).toEqual([
      { line: 3, column: 'Notiz', value: 'x'.repeat(200), reason: 'tooLong', params: { maximum: 20_000 }, isTaken: true },
    ])
    expect(contacts.map(({ givenName }) => givenName).sort()).toEqual(['Anna', 'Mia', 'Ruth'])
  })

  it('with rows too short and too long loses no cell without saying so', async () => {
    const rows = ['Vorname;Nachname;Ort', 'Anna', 'Ruth;Lindner;Bonn;', 'Mia;Lang;Köln;zu viel', 'Ida;Kurz']
    const { result, problems, contacts } = await imported(rows.join('\n'))
    expect(result).toMatchObject({ created: 3, failed: 1 })
    expect(problems).toEqual([{ line: 4, column: '', value: '', reason: 'tooManyCells', params: { cells: 4, columns: 3 }, isTaken: false }])
    expect(contacts.map(({ givenName, familyName, addresses }) => [givenName, familyName, addresses[0]?.locality])).toEqual([
      ['Anna', '', undefined],
      ['Ida', 'Kurz', undefined],
      ['Ruth', 'Lindner', 'Bonn'],
    ])
  })

  it('with the same header twice and with none keeps both columns apart', async () => {
    const { columns, contacts } = await imported('Nachname;Vorname;Telefon;Telefon;\nPetersen;Anna;040 1234567;0176 1234567;x\n')
    expect(columns.map(({ header, field }) => [header, field])).toEqual([
      ['Nachname', 'familyName'],
      ['Vorname', 'givenName'],
      ['Telefon', 'phone'],
      ['Telefon', 'phone.2'],
      ['', null],
    ])
    expect(contacts[0]!.phones.map(({ e164 }) => e164)).toEqual(['+49401234567', '+491761234567'])
  })

  it('with zeros in its text is read without them', async () => {
    const { contacts, result } = await imported(`Vorname;Nachname\nAn\0na;Peter\0sen\n${'Mia;Langemann-Niederreuther\n'.repeat(8)}`)
    expect(result).toMatchObject({ created: 2, unchanged: 7, failed: 0 })
    expect(contacts.map(({ givenName, familyName }) => `${givenName} ${familyName}`)).toEqual([
      'Mia Langemann-Niederreuther',
      'Anna Petersen',
    ])
  })

  it('with a quote opened in line 3 and never closed reports that line and imports all others', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `K${index};Petersen;kunde${index}@example.com`)
    rows[1] = 'K1;"Petersen;kunde1@example.com'
    const { result, problems } = await imported(['Vorname;Nachname;E-Mail', ...rows].join('\r\n'))
    expect(result).toMatchObject({ created: 2999, failed: 1 })
    expect(problems).toEqual([
      { line: 3, column: '', value: 'K1;"Petersen;kunde1@example.com', reason: 'quoteNeverCloses', params: {}, isTaken: false },
    ])
  })

  it('with a row that never ends reports it once and goes on behind it', async () => {
    const { api, offers, folder } = await aShopWithFiles()
    const path = join(folder, 'long.csv')
    const file = openSync(path, 'w')
    // More than an import looks at before it begins.
    const rows = Array.from({ length: 300 }, (_, index) => `Anna;Petersen ${index};${'x'.repeat(2000)}\n`)
    writeSync(file, `Vorname;Nachname;Notiz\n${rows.join('')}`)
    writeSync(file, 'x'.repeat(17_000_000))
    writeSync(file, '\nRuth;Lindner;\n')
    closeSync(file)
    const { token } = offers.offerRead(path)
    const result = await api.run('imports.run', { file: token })
    expect(result).toMatchObject({ created: 301, unchanged: 0, failed: 1 })
    expect(await api('imports.problems', { import: result.import })).toEqual({
      total: 1,
      problems: [
        { line: 302, column: '', value: 'x'.repeat(200), reason: 'recordTooLong', params: { maximum: 16_000_000 }, isTaken: false },
      ],
    })
  })
})
