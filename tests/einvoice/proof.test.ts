import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import type { Document } from '../../shared/invoices/model.ts'
import type { NewTaxRate } from '../../shared/taxes/model.ts'
import { aShopWithFiles } from '../support/files.ts'
import { faultsOf, parsed, read } from './arithmetic.ts'
import { buyer, seller } from './documents.ts'

type App = Awaited<ReturnType<typeof aShopWithFiles>>
type Lines = NonNullable<Input<'invoices.draft'>['lines']>

const paper = ({ gross, net, tax }: Document) => [gross, net, tax].map(amount => (amount / 100).toFixed(2))

/** Written in both syntaxes; what does not add up in either, or is not what the paper says. */
async function faultsIn({ api, destination }: App, document: Document) {
  const faults: string[] = []
  for (const format of ['ubl', 'cii'] as const) {
    const { path, out } = destination(`${format}.xml`)
    await api.run('invoices.einvoice', { id: document.id, format, out })
    const root = parsed(readFileSync(path, 'utf8'))
    const { number, issuedOn, sums } = read(root)
    const says = [number, issuedOn, ...[sums.gross, sums.net, sums.tax].map(sum => Number(sum).toFixed(2))]
    const wanted = [document.number, document.issuedOn, ...paper(document)]
    if (says.join() !== wanted.join()) faults.push(`${format}: ${says.join()} where the paper says ${wanted.join()}`)
    faults.push(...faultsOf(root).map(fault => `${format}: ${fault}`))
  }
  return faults
}

describe('The year of the demo salon', () => {
  it('goes out as e-invoices that add up, in both syntaxes', async () => {
    const app = await aShopWithFiles()
    const { api, clock } = app
    clock.now = new Date('2026-11-24T09:30:00.000Z')
    await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin' })
    await api.run('demo.fill', { contacts: 60 })
    await api.run('demo.fillBooks', {})
    const listed = (await api('invoices.list', { limit: 200 })).filter(({ kind, number }) => kind !== 'quote' && number !== null)
    const faults: string[] = []
    let written = 0
    for (const { id, number } of listed) {
      const document = await api('invoices.get', { id })
      if (document.buyer.address.country === '' && document.buyer.address.street === '') continue
      faults.push(...(await faultsIn(app, document)).map(fault => `${number} ${fault}`))
      written++
    }
    expect(faults).toEqual([])
    expect(written).toBeGreaterThan(listed.length / 3)
  })
})

const rates = [
  { name: 'S19', category: 'S', basisPoints: 1900 },
  { name: 'S7', category: 'S', basisPoints: 700 },
  { name: 'S2.6', category: 'S', basisPoints: 260 },
  { name: 'Z', category: 'Z', basisPoints: 0 },
  { name: 'E', category: 'E', basisPoints: 0, reason: 'Kleinunternehmer' },
  { name: 'AE', category: 'AE', basisPoints: 0, reason: 'Reverse charge', reasonCode: 'VATEX-EU-AE' },
  { name: 'K', category: 'K', basisPoints: 0, reason: 'Intra-Community supply', reasonCode: 'VATEX-EU-IC' },
  { name: 'G', category: 'G', basisPoints: 0, reason: 'Export', reasonCode: 'VATEX-EU-G' },
  { name: 'O', category: 'O', basisPoints: 0, reason: 'Multi-purpose voucher', reasonCode: 'VATEX-EU-O' },
] as const

const off = (basisPoints: number) => ({ kind: 'percent' as const, basisPoints })
const less = (amount: number) => ({ kind: 'amount' as const, amount })
const line = (rate: (typeof rates)[number]['name'], price: number, over: Partial<Lines[number]> = {}) => ({ rate, price, over })
type Case = { lines: ReturnType<typeof line>[]; over?: Input<'invoices.draft'> }

/** Each of them with prices that have the tax in them, and without. */
const cases: Record<string, Case> = {
  'one line': { lines: [line('S19', 4200)] },
  'discounts off lines, in percent and as a sum': {
    lines: [line('S19', 4200, { discount: off(1250) }), line('S7', 999, { quantity: 3000, discount: less(333) })],
  },
  'a discount off the whole, over several rates': {
    lines: [line('S19', 4199), line('S7', 1301), line('S2.6', 777), line('Z', 501)],
    over: { discount: off(333) },
  },
  'a sum off the whole, beside discounts off lines': {
    lines: [line('S19', 4199, { discount: off(500) }), line('S7', 1301, { discount: less(1) })],
    over: { discount: less(1234) },
  },
  'all of it for nothing': { lines: [line('S19', 4200), line('S7', 1000)], over: { discount: off(10_000) } },
  'a line for nothing': { lines: [line('S19', 4200, { discount: off(10_000) }), line('S19', 100)] },
  'exempt alone, a small business': { lines: [line('E', 4200), line('E', 350, { quantity: 500 })], over: { discount: off(1000) } },
  'exempt beside taxed': { lines: [line('E', 4200), line('S19', 1999)] },
  'reverse charge': { lines: [line('AE', 12_345, { quantity: 2500 })] },
  'supply within the EU': { lines: [line('K', 9999)], over: { buyer: { ...buyer, vatId: 'BE0123456749' } } },
  export: { lines: [line('G', 9999)] },
  'a voucher alone': { lines: [line('O', 5000)] },
  'a voucher beside a haircut': { lines: [line('O', 5000), line('S19', 4200)], over: { discount: less(100) } },
  'what is taken back at a discount of its own': { lines: [line('S19', 9000), line('S19', -1000, { discount: less(100) })] },
  'quantities and prices that never come out even': {
    lines: [line('S19', 1, { quantity: 333 }), line('S19', 99, { quantity: 333 }), line('S7', 10_007, { quantity: 1999 })],
    over: { discount: off(1) },
  },
  'many cents': { lines: Array.from({ length: 120 }, (_, at) => line(at % 3 === 0 ? 'S7' : 'S19', 1 + (at % 7))) },
  'emoji, right-to-left names, and characters that XML forbids': {
    lines: [line('S19', 4200, { name: '💇🏽‍♀️ שלום <b>&"\' ]]> \u0001\u000b', description: 'مرحبا\u0000\ufffe' })],
    over: { title: 'Ψ\u0008 & Co', buyer: { ...buyer, name: 'Łukasz 🦊 \u0002 GmbH & Co. <KG>' } },
  },
}

async function aShop(pricing: 'gross' | 'net') {
  const app = await aShopWithFiles()
  const { api } = app
  const { name, ...rest } = seller
  await api('settings.update', { businessName: name, zone: 'Europe/Berlin' })
  await api('invoices.changeSettings', { seller: rest, pricing })
  const ids = new Map<string, number>()
  for (const { name, basisPoints, ...rate } of rates) {
    const periods: NewTaxRate['periods'] = [{ from: '2000-01-01', basisPoints }]
    ids.set(name, (await api('taxes.createRate', { name: `Rate ${name}`, periods, ...rate })).id)
  }
  const linesOf = ({ lines }: Case) =>
    lines.map(({ rate, price, over }) => ({ name: `Line ${rate}`, price, taxRateId: ids.get(rate)!, ...over }))

  async function issue(wanted: Case) {
    const { id } = await api('invoices.draft', { buyer, lines: linesOf(wanted), ...wanted.over })
    return api('invoices.issue', { id })
  }
  return { ...app, issue, linesOf }
}

describe.each(['gross', 'net'] as const)('Where prices are %s, an e-invoice adds up of', pricing => {
  it.each(Object.entries(cases))('%s', async (_name, wanted) => {
    const shop = await aShop(pricing)
    const invoice = await shop.issue(wanted)
    expect(await faultsIn(shop, invoice)).toEqual([])
    const note = await shop.api('invoices.credit', { id: invoice.id })
    expect(note.gross).toBe(invoice.gross)
    expect(await faultsIn(shop, note)).toEqual([])
  })

  it('a deposit, and the invoice that takes it off', async () => {
    const shop = await aShop(pricing)
    const deposit = await shop.issue({ lines: [line('S19', 3333), line('S7', 1111)], over: { kind: 'deposit' } })
    await shop.api('payments.record', { method: 'cash', amount: deposit.gross, documentIds: [deposit.id] })
    const taken = (rate: 'S19' | 'S7', price: number) => line(rate, -price, { kind: 'deposit', itemId: deposit.id })
    const final = await shop.issue({
      lines: [line('S19', 9999), line('S7', 5555), taken('S19', 3333), taken('S7', 1111)],
      over: { discount: less(77) },
    })
    await shop.api('payments.record', { method: 'card', amount: 500, documentIds: [final.id] })
    expect([await faultsIn(shop, deposit), await faultsIn(shop, await shop.api('invoices.get', { id: final.id }))]).toEqual([[], []])
  })

  it('what is taken back line by line, to the last cent', async () => {
    const shop = await aShop(pricing)
    const invoice = await shop.issue({ lines: [line('S19', 1001, { quantity: 3000 }), line('S7', 333)], over: { discount: off(777) } })
    const [cut, other] = invoice.lines
    const notes: Document[] = []
    for (const lines of [
      [{ lineId: cut!.id, quantity: 1000 }],
      [{ lineId: cut!.id, quantity: 500 }],
      [{ lineId: other!.id, quantity: 1000 }],
      undefined,
    ])
      notes.push(await shop.api('invoices.credit', { id: invoice.id, lines }))
    for (const note of notes) expect(await faultsIn(shop, note)).toEqual([])
    expect(notes.reduce((sum, { gross }) => sum + gross, 0)).toBe(invoice.gross)
  })
})

it('A quote is no e-invoice', async () => {
  const shop = await aShop('net')
  const quote = await shop.issue({ lines: [line('S19', 4200)], over: { kind: 'quote' } })
  await expect(faultsIn(shop, quote)).rejects.toMatchObject({ failure: { reason: 'onlyInvoicesAreEInvoices' } })
})

describe('The check itself', () => {
  it('sees a cent that is missing, a tax that is not due, and a letter that is not closed', async () => {
    const shop = await aShop('net')
    const invoice = await shop.issue({ lines: [line('S19', 4200), line('S7', 1000)] })
    const { path, out } = shop.destination('rechnung.xml')
    await shop.api.run('invoices.einvoice', { id: invoice.id, format: 'ubl', out })
    const xml = readFileSync(path, 'utf8')
    const after = (from: string, to: string) => faultsOf(parsed(xml.replace(from, to)))
    expect(after('>42.00</cbc:LineExtensionAmount>', '>42.01</cbc:LineExtensionAmount>')).toEqual([
      ...['line 0: price times quantity (R120)', 'S 19: what is taxed (BR-*-08)', 'the lines (BR-CO-10)'],
    ])
    expect(after('>0.70</cbc:TaxAmount>', '>0.72</cbc:TaxAmount>')).toEqual(['S 7: the tax (BR-CO-17, BR-*-09)', 'the tax (BR-CO-14)'])
    expect(() => parsed(xml.replace('</cbc:ID>', ''))).toThrow()
  })
})
