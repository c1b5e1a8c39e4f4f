import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'
import { withVouchers } from '../support/vouchers.ts'

/** As a receiver would check it: nothing of EN 16931 is broken. */
it('invoices of cards and packages, and those that are paid with them, are e-invoices', async () => {
  const { destination, offer, ...app } = await aShopWithFiles()
  const { api, aCard, aPackage, aLine, fromPackage, sell, pay, anInvoice } = await withVouchers(await furnishShop(app))
  const card = await sell([aCard()])
  const mixed = await sell([aCard(), aLine(), aPackage()])
  const paid = await anInvoice()
  await pay(card.voucher.id, 4200, paid.id)
  const visit = await anInvoice({ lines: [fromPackage(mixed.sold[1]!.id), aLine({ name: 'Tea', price: 300 })] })
  const note = await api('invoices.credit', {
    id: mixed.document.id,
    lines: mixed.document.lines.slice(0, 2).map(({ id: lineId }) => ({ lineId, quantity: 1000 })),
  })

  const received = async (id: number, format: 'ubl' | 'cii') => {
    const { out, path } = destination(`${id}.xml`)
    await api.run('invoices.einvoice', { id, format, out })
    return api('einvoices.read', { file: offer(readFileSync(path), `${id}-in.xml`) })
  }
  for (const format of ['ubl', 'cii'] as const) {
    for (const { id } of [card.document, mixed.document, paid, visit, note]) expect((await received(id, format)).breaches).toEqual([])
    const alone = await received(card.document.id, format)
    expect(alone.invoice.taxes).toMatchObject([{ category: 'O', reason: 'Multi-purpose voucher: tax is due when it is redeemed.' }])
    // Beside what is taxed, it is exempt there (BR-O-11).
    expect((await received(mixed.document.id, format)).invoice.taxes.map(({ category }) => category)).toEqual(['S', 'E'])
    expect((await received(paid.id, format)).invoice.totals).toMatchObject({ paid: '42.00', due: '0.00' })
  }
})
