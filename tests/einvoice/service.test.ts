import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { readTree } from '../../electron/einvoice/xml-tree.ts'
import { all, at, textAt } from '../../shared/einvoice/tree.ts'
import type { Input } from '../../shared/contract.ts'
import { aShopWithFiles } from '../support/files.ts'
import { buyer, seller } from './documents.ts'

type Draft = Input<'invoices.draft'>

async function aShop() {
  const shop = await aShopWithFiles()
  const { api } = shop
  const { name, ...rest } = seller
  await api('settings.update', { businessName: `${name} & Töchter 💇` })
  await api('invoices.changeSettings', { seller: rest, pricing: 'gross' })
  const rate = await api('taxes.createRate', { name: '19 %', category: 'S', periods: [{ from: '2021-01-01', basisPoints: 1900 }] })

  async function issue(over: Partial<Draft> = {}) {
    const lines = [{ name: 'Dauerwelle', price: 10_000, quantity: 2000, taxRateId: rate.id }]
    const { id } = await api('invoices.draft', { buyer, lines, language: 'de', ...over })
    return api('invoices.issue', { id })
  }

  /** As the receiver's program reads it. */
  async function exported(id: number, format: 'ubl' | 'cii' | 'zugferd') {
    const { path, out } = shop.destination(`rechnung.${format === 'zugferd' ? 'pdf' : 'xml'}`)
    const { bytes } = await api.run('invoices.einvoice', { id, format, out })
    expect(bytes).toBe(readFileSync(path).length)
    return { file: readFileSync(path), ...(await api('einvoices.read', { file: shop.offers.offerRead(path, basename(path)).token })) }
  }

  return { ...shop, issue, exported }
}

describe('An issued invoice', () => {
  it.each(['ubl', 'cii', 'zugferd'] as const)('goes out as %s and is read back with what it came to', async format => {
    const { issue, exported } = await aShop()
    const { id, number } = await issue({ discount: { kind: 'percent', basisPoints: 1000 } })
    const { invoice, breaches, syntax } = await exported(id, format)
    expect([syntax, breaches]).toEqual([format === 'ubl' ? 'ubl' : 'cii', []])
    expect(invoice).toMatchObject({
      number,
      seller: { name: 'Salon Morgenrot & Töchter 💇' },
      allowances: [{ amount: '16.81', reason: 'Rabatt' }],
      totals: { lines: '168.07', net: '151.26', tax: '28.74', gross: '180.00', paid: '', due: '180.00' },
    })
  })

  it('says what has been paid of it, and how', async () => {
    const { api, issue, exported } = await aShop()
    const { id } = await issue()
    await api('payments.record', { method: 'card', amount: 15_000, documentIds: [id] })
    await api('payments.record', { method: 'cash', amount: 5000, documentIds: [id] })
    const { invoice } = await exported(id, 'ubl')
    expect([invoice.totals.paid, invoice.totals.due, invoice.payments[0]?.code]).toEqual(['200.00', '0.00', '48'])
  })

  it('stays due as a whole beside its credit note: whoever receives both takes one off the other', async () => {
    const { api, issue, exported } = await aShop()
    const { id, number, issuedOn, lines } = await issue()
    const note = await api('invoices.credit', { id, lines: [{ lineId: lines[0]!.id, quantity: 1000 }], reason: 'Nur einmal' })
    const [invoice, credit] = [await exported(id, 'cii'), await exported(note.id, 'cii')]
    expect([invoice.invoice.totals.due, credit.invoice.totals.due]).toEqual(['200.00', '100.00'])
    expect(credit.invoice).toMatchObject({
      type: '381',
      preceding: [{ number, issuedOn }],
      note: 'Nur einmal',
      terms: 'Der Betrag wird erstattet oder verrechnet',
    })
    expect(credit.breaches).toEqual([])
  })

  it('is no e-invoice before it is issued, nor where something is missing, which is named', async () => {
    const { api, call, issue, destination } = await aShop()
    const draft = await api('invoices.draft', { buyer })
    const anonymous = await issue({ buyer: null })
    const { path, out } = destination('rechnung.xml')
    await expect(api.run('invoices.einvoice', { id: draft.id, out })).rejects.toMatchObject({
      failure: { code: 'conflict', reason: 'onlyInvoicesAreEInvoices' },
    })
    await expect(api.run('invoices.einvoice', { id: anonymous.id, out })).rejects.toMatchObject({
      failure: {
        ...{ code: 'conflict', reason: 'eInvoiceIncomplete' },
        problems: [
          { path: ['buyerName'], reason: 'buyerNameForEInvoice' },
          { path: ['buyerAddress'], reason: 'buyerAddressForEInvoice' },
        ],
      },
    })
    expect(() => readFileSync(path)).toThrow('ENOENT')
    expect(await call('einvoices.read', { file: 'file-00000000000000000000000000000000' })).toMatchObject({ reason: 'fileNotOffered' })
  })
})

describe('Before it is issued, what an e-invoice would lack', () => {
  const { address, ...known } = buyer
  const nowhere = { ...address, street: '', postalCode: '', locality: '', country: '' }

  it('is asked for of a business, and said of a consumer', async () => {
    const { api, issue } = await aShop()
    const business = { ...known, address: nowhere, reference: '' }
    await expect(issue({ buyer: business })).rejects.toMatchObject({
      failure: {
        ...{ code: 'invalid', reason: 'documentIncomplete' },
        problems: [{ path: ['buyerAddress'], reason: 'buyerAddressForEInvoice' }],
      },
    })
    const consumer = { ...business, vatId: '' }
    expect(await api('invoices.preview', { buyer: consumer })).toMatchObject({ lacks: ['buyerAddress'], needsEInvoice: false })
    expect(await issue({ buyer: consumer })).toMatchObject({ state: 'open' })
  })

  it('is nothing where nobody is named, and nothing of a quote', async () => {
    const { api } = await aShop()
    expect(await api('invoices.preview', {})).toMatchObject({ lacks: [], needsEInvoice: false })
    const quote = { ...known, address: nowhere }
    expect(await api('invoices.preview', { kind: 'quote', buyer: quote })).toMatchObject({ lacks: [], needsEInvoice: false })
  })
})

describe('A ZUGFeRD invoice', () => {
  it('is a PDF/A-3 that says what is in it, and a reader finds it there', async () => {
    const { issue, exported } = await aShop()
    const { file } = await exported((await issue()).id, 'zugferd')
    const task = getDocument({ data: new Uint8Array(file), verbosity: 0 })
    const pdf = await task.promise
    const [attached, metadata] = [await pdf.getAttachments(), await pdf.getMetadata()]
    expect([...attached!.keys()]).toEqual(['factur-x.xml'])
    const descriptions = all(at(readTree(new TextEncoder().encode(metadata.metadata.getRaw())), 'RDF'), 'Description')
    const said = (name: string) => descriptions.map(description => textAt(description, name)).find(Boolean)
    expect(['part', 'conformance', 'DocumentType', 'DocumentFileName', 'Version', 'ConformanceLevel'].map(said)).toEqual([
      ...['3', 'B', 'INVOICE', 'factur-x.xml', '1.0', 'EN 16931'],
    ])
    expect(descriptions.map(description => textAt(description, 'creator', 'Seq', 'li')).find(Boolean)).toContain('& Töchter')
    expect(file.toString('latin1')).toMatch(/\/AFRelationship \/Alternative/)
    expect(file.toString('latin1')).toMatch(/\/AF \[\d+ 0 R\]/)
    await task.destroy()
  })
})
