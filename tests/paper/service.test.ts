import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { readPdf } from './read-pdf.ts'

async function aShopThatInvoices() {
  const app = await aShopWithFiles()
  const { api } = app
  const address = { street: 'Lindenstraße 5', postalCode: '20099', locality: 'Hamburg', region: '', country: 'DE' }
  const { seller } = await api('invoices.settings', {})
  await api('settings.update', { businessName: 'Salon Marlene' })
  await api('invoices.changeSettings', { seller: { ...seller, address, taxNumber: '22/815/08154' } })
  const rate = await api('taxes.createRate', { name: 'VAT', category: 'S', periods: [{ from: '2021-01-01', basisPoints: 1900 }] })
  const { id } = await api('invoices.draft', { lines: [{ name: 'Cut', price: 8400, taxRateId: rate.id }], language: 'en' })
  return { ...app, id }
}

describe('the PDF of a document', () => {
  it('is what was issued, whatever the shop writes later', async () => {
    const { api, id, destination, offers } = await aShopThatInvoices()
    const { number } = await api('invoices.issue', { id })
    const { path, out } = destination('invoice.pdf')
    expect(await api.run('invoices.pdf', { id, out })).toEqual({ pages: 1 })
    const first = readFileSync(path)
    const [page] = await readPdf(first)
    expect(page!.lines).toEqual(
      expect.arrayContaining(['Salon Marlene', `Receipt ${number!}`, 'Cut | 1 | 84.00 | 84.00', 'Total | €84.00']),
    )
    await api('settings.update', { businessName: 'Another name' })
    await api.run('invoices.pdf', { id, out: offers.offerWrite(path) })
    expect(readFileSync(path).equals(first)).toBe(true)
  })

  it('fits the roll that the shop has, and nothing else is written', async () => {
    const { api, id, destination, folder } = await aShopThatInvoices()
    await api('invoices.changeSettings', { receiptWidth: 58 })
    const { path, out } = destination('receipt.pdf')
    expect(await api.run('invoices.receipt', { id, out })).toEqual({ pages: 1 })
    const [page] = await readPdf(readFileSync(path))
    expect([Math.round((page!.width * 25.4) / 72), readdirSync(folder)]).toEqual([58, ['receipt.pdf']])
  })

  it('leaves nothing behind where it cannot be written', async () => {
    const { api, id, destination, folder } = await aShopThatInvoices()
    const { out } = destination('invoice.pdf')
    rmSync(folder, { recursive: true })
    await expect(api.run('invoices.pdf', { id, out })).rejects.toMatchObject({ failure: { reason: 'destinationUnwritable' } })
    await expect(api.run('invoices.pdf', { id: id + 1, out })).rejects.toMatchObject({ failure: { reason: 'documentGone' } })
  })
})
