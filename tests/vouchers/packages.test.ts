import { describe, expect, it } from 'vitest'
import { openVoucherShop } from '../support/vouchers.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('a package', () => {
  it('is taxed when it is sold, and what is done for it costs nothing', async () => {
    const { api, aPackage, fromPackage, sell, anInvoice, balanceOf, ids } = await openVoucherShop()
    const { document, voucher } = await sell([aPackage()])
    expect(document).toMatchObject({ gross: 37_800, tax: 6035 })
    expect(voucher).toMatchObject({ kind: 'package', serviceId: ids.cut, issued: 10_000, balance: 10_000, price: 37_800 })
    // Whatever price is sent with it.
    const visit = await anInvoice({ lines: [fromPackage(voucher.id, { price: 4200, quantity: 2000 })] })
    expect(visit).toMatchObject({
      gross: 0,
      tax: 0,
      state: 'paid',
      lines: [{ kind: 'redemption', itemId: voucher.id, price: 0, amount: 0 }],
    })
    expect(await balanceOf(voucher.id)).toBe(8000)
    const totals = await api('taxes.summary', { from: '2026-01-01', to: '2026-12-31' })
    expect(totals.map(({ basisPoints, gross }) => [basisPoints, gross])).toEqual([[1900, 37_800]])
  })

  it('gives no more than was bought, and gets back what a credit note takes back', async () => {
    const { api, aPackage, fromPackage, sell, anInvoice, balanceOf } = await openVoucherShop()
    const { document, voucher } = await sell([aPackage()])
    await expect(anInvoice({ lines: [fromPackage(voucher.id, { quantity: 11_000 })] })).rejects.toMatchObject({
      failure: { reason: 'voucherTooLittle', params: { balance: '10' } },
    })
    const visit = await anInvoice({ lines: [fromPackage(voucher.id, { quantity: 3000 })] })
    await api('invoices.credit', { id: visit.id, lines: [{ lineId: visit.lines[0]!.id, quantity: 1000 }] })
    expect(await balanceOf(voucher.id)).toBe(8000)
    await expect(api('invoices.credit', { id: document.id })).rejects.toMatchObject(because('voucherUsedAlready'))
    await api('invoices.credit', { id: visit.id })
    expect(await balanceOf(voucher.id)).toBe(10_000)
    await expect(api('invoices.credit', { id: document.id })).resolves.toMatchObject({ gross: 37_800 })
    expect(await balanceOf(voucher.id)).toBe(0)
  })

  it('is taken back in part for the part of its price', async () => {
    const { api, aPackage, sell, balanceOf } = await openVoucherShop()
    const { document, voucher } = await sell([aPackage()])
    const lines = [{ lineId: document.lines[0]!.id, quantity: 300 }]
    await expect(api('invoices.credit', { id: document.id, lines })).resolves.toMatchObject({ gross: 11_340 })
    expect(await balanceOf(voucher.id)).toBe(7000)
  })

  it('is no gift card, and a gift card is no package', async () => {
    const { aCard, sell, anInvoice, fromPackage } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    await expect(anInvoice({ lines: [fromPackage(voucher.id)] })).rejects.toMatchObject(because('redemptionOfCard'))
    await expect(anInvoice({ lines: [fromPackage(99)] })).rejects.toMatchObject(because('voucherGone'))
    const unknown = aCard({ kind: 'package', itemId: 99 })
    await expect(anInvoice({ lines: [unknown] })).rejects.toMatchObject(because('packageGone'))
    await expect(anInvoice({ lines: [fromPackage(voucher.id, { quantity: 0 })] })).rejects.toMatchObject(because('redemptionQuantityWrong'))
  })

  it('is offered by the settings; what was bought stays as it was', async () => {
    const { api, offered, aPackage, sell, ids } = await openVoucherShop()
    expect(offered).toEqual({
      ...{ id: offered.id, name: '10 × Cut', serviceId: ids.cut, serviceName: 'Cut', taxRateId: null, units: 10, paidUnits: 9 },
      ...{ price: 37_800, pricing: 'gross', archivedAt: null },
    })
    const { voucher } = await sell([aPackage()])
    await api('vouchers.changePackage', { id: offered.id, name: '6 × Cut', units: 6, paidUnits: 5 })
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({ name: '10 × Cut', issued: 10_000 })
    await expect(api('vouchers.changePackage', { id: offered.id, paidUnits: 7 })).rejects.toMatchObject(because('packagePaidUnits'))
    await expect(api('vouchers.archivePackage', { id: offered.id, archived: true })).resolves.toMatchObject({
      archivedAt: expect.any(String) as string,
    })
    const { name, units, paidUnits, price } = offered
    const ofNothing = { name, units, paidUnits, price, serviceId: 99 }
    await expect(api('vouchers.createPackage', ofNothing)).rejects.toMatchObject(because('serviceGone'))
  })
})
