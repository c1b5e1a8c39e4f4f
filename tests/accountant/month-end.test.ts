import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileName, distinctNames } from '../../shared/files/names.ts'
import { faultsOf, parsed } from '../einvoice/arithmetic.ts'
import { unzipped } from '../support/zip.ts'
import { anAccountantsShop, because } from './shop.ts'

async function aMonth() {
  const shop = await anAccountantsShop()
  const { api, anInvoice, aDraft, aLine } = shop
  const { id, buyer } = await anInvoice()
  await api('payments.record', { method: 'cash', amount: 4200, tip: 100, documentIds: [id] })
  await anInvoice(aDraft({ contactId: null, lines: [aLine({ name: '=cmd()' })] }))
  await anInvoice({ kind: 'quote' })
  const hostile = { ...buyer, name: '..\\..\\/evil:*?"<>|' }
  await anInvoice(aDraft({ buyer: hostile }))
  await api('invoices.credit', { id })

  async function monthEnd(over = {}) {
    const { path, out } = shop.destination('month.zip')
    const result = await api.run('exports.monthEnd', { ...shop.days, out, ...over })
    return { ...result, files: await unzipped(path), count: result.files }
  }
  return { ...shop, monthEnd }
}

describe('A month for the accountant', () => {
  it('holds tables, papers, e-invoices, bookings, and what all of it is', async () => {
    const { monthEnd } = await aMonth()
    const { files, count, documents, withoutEInvoice } = await monthEnd()
    expect([...files.keys()]).toEqual([
      ...['Belege.csv', 'Positionen.csv', 'Zahlungen.csv', 'Kassenbuch.csv', 'Steuern.csv'],
      ...['Rechnungen/2026-0001 Anna Petersen.pdf', 'E-Rechnungen/2026-0001 Anna Petersen.xml', 'Rechnungen/2026-0002.pdf'],
      ...['Rechnungen/2026-0003 .._..__evil_______.pdf', 'E-Rechnungen/2026-0003 .._..__evil_______.xml'],
      ...['Rechnungen/RK-2026-0001 Anna Petersen.pdf', 'E-Rechnungen/RK-2026-0001 Anna Petersen.xml'],
      ...['DATEV/EXTF_Buchungsstapel_2026-11-01_2026-11-30.csv', 'Lies mich.txt', 'SHA256SUMS.txt'],
    ])
    expect([count, documents, withoutEInvoice]).toEqual([files.size, 4, 1])
    for (const [name, content] of files) {
      if (name.endsWith('.pdf')) expect(content.subarray(0, 5).toString()).toBe('%PDF-')
      if (name.endsWith('.xml')) expect(faultsOf(parsed(content.toString()))).toEqual([])
    }
  })

  it('names the hash of each of its files, and the seal of the last document of each series', async () => {
    const { monthEnd } = await aMonth()
    const { files } = await monthEnd()
    const sums = files.get('SHA256SUMS.txt')!.toString()
    const expected = [...files].slice(0, -1).map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    expect(sums).toBe(expected.join(''))
    const about = files.get('Lies mich.txt')!.toString()
    expect(about).toMatch(/\r\n2026-0003: [0-9a-f]{64}\r\n/)
    expect(about).toContain('1 Beleg nennt keinen vollständigen Kunden')
  })

  it('tells the same in each of its tables', async () => {
    const { monthEnd } = await aMonth()
    const { files } = await monthEnd()
    const table = (name: string) => files.get(`${name}.csv`)!.toString().replace('\ufeff', '').split('\r\n').slice(0, -1)
    expect(table('Belege').map(row => row.split(',')[0])).toEqual(['Nummer', '2026-0001', '2026-0002', '2026-0003', 'RK-2026-0001'])
    expect(table('Positionen')[2]).toContain("'=cmd()")
    expect(table('Zahlungen')).toEqual([
      'Tag,Zahlung,Bezahlt mit,Kunde,Belege,Betrag,Trinkgeld,Als Guthaben übrig,Verwendungszweck,Notiz,Währung',
      '2026-11-24,1,Bar,Anna Petersen,2026-0001,42.00,1.00,0.00,,,EUR',
    ])
    expect(table('Kassenbuch').map(row => row.split(',').slice(2, 5).join())).toEqual([
      ...['Vorgang,Betrag,In der Kasse', 'Zahlung,42.00,42.00', 'Trinkgeld,1.00,43.00'],
    ])
    expect(table('Steuern')).toEqual(['Steuerkategorie,Steuersatz %,Belege,Netto,Steuer,Brutto', 'Steuerpflichtig,19,4,70.58,13.42,84.00'])
  })

  it('leaves the bookings out where no accountant reads DATEV', async () => {
    const { api, monthEnd } = await aMonth()
    await api('settings.update', { country: 'AT' })
    expect([...(await monthEnd()).files.keys()].filter(name => name.startsWith('DATEV'))).toEqual([])
  })

  it('is a batch for each month, also over the turn of the year', async () => {
    const { monthEnd } = await aMonth()
    const { files } = await monthEnd({ from: '2026-11-15', to: '2027-01-10' })
    expect([...files.keys()].filter(name => name.startsWith('DATEV'))).toEqual([
      'DATEV/EXTF_Buchungsstapel_2026-11-15_2026-11-30.csv',
      'DATEV/EXTF_Buchungsstapel_2026-12-01_2026-12-31.csv',
      'DATEV/EXTF_Buchungsstapel_2027-01-01_2027-01-10.csv',
    ])
  })

  it('can be stopped on its way, and leaves nothing behind then', async () => {
    const { api, days, destination, folder, monthEnd } = await aMonth()
    await monthEnd()
    const { path, out } = destination('other.zip')
    const stop = new AbortController()
    const running = api.run('exports.monthEnd', { ...days, out }, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect([existsSync(path), readdirSync(folder).filter(name => name.includes('part'))]).toEqual([false, []])
  })

  it('says where it could not be written', async () => {
    const { api, days, destination } = await aMonth()
    const { out } = destination('no/such/folder/month.zip')
    await expect(api.run('exports.monthEnd', { ...days, out })).rejects.toMatchObject(because('destinationUnwritable'))
  })
})

it('The papers of a month come as one file, quotes left out', async () => {
  const { api, days, destination } = await aMonth()
  const { path, out } = destination('papers.zip')
  expect(await api.run('invoices.pdfs', { ...days, out })).toEqual({ documents: 4 })
  expect([...(await unzipped(path)).keys()]).toEqual([
    ...['2026-0001 Anna Petersen.pdf', '2026-0002.pdf', '2026-0003 .._..__evil_______.pdf', 'RK-2026-0001 Anna Petersen.pdf'],
  ])
})

it('Taxes and the cash book come as tables of their own', async () => {
  const { api, days, destination } = await aMonth()
  const [taxes, drawer] = [destination('taxes.csv'), destination('drawer.csv')]
  expect(await api.run('exports.taxes', { ...days, out: taxes.out })).toEqual({ rows: 1 })
  expect(await api.run('exports.cashbook', { ...days, out: drawer.out })).toEqual({ rows: 2 })
  expect([readFileSync(taxes.path, 'utf8').split('\r\n').length, readFileSync(drawer.path, 'utf8').split('\r\n').length]).toEqual([3, 4])
})

describe('A name of a file', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a:b\\c|d', 'a_b_c_d'],
    ['CON', '_CON'],
    ['nul.tar', '_nul.tar'],
    ['lpt1', '_lpt1'],
    [' . ', '_'],
    ['', '_'],
    ['trailing. ', 'trailing'],
    ['\u202egpj.exe\u0000', '_gpj.exe_'],
    ['💇‍♀️ Ünal', '💇_♀️ Ünal'],
  ])('of %j is safe on every system: %j', (text, name) => {
    expect(fileName(text)).toBe(name)
  })

  it('is no longer than any system takes, and none comes twice', () => {
    expect([...fileName('x'.repeat(500))]).toHaveLength(80)
    const name = distinctNames()
    expect([name('a', '.pdf'), name('A', '.pdf'), name('a', '.pdf')]).toEqual(['a.pdf', 'A (2).pdf', 'a (3).pdf'])
  })
})
