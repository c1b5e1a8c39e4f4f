import { describe, expect, it } from 'vitest'
import { writtenCode } from '../../shared/vouchers/code.ts'
import { openVoucherShop } from '../support/vouchers.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('a gift card', () => {
  it('comes to be with its invoice, untaxed, each with a code of its own', async () => {
    const { api, aCard, sell, ids } = await openVoucherShop()
    const { document, sold } = await sell([aCard({ quantity: 2000, description: 'Grandma' })])
    expect(document).toMatchObject({ gross: 10_000, tax: 0, state: 'paid' })
    expect(document.lines.map(({ quantity, taxCategory, taxReason }) => [quantity, taxCategory, taxReason])).toEqual([
      [1000, 'O', 'Multi-purpose voucher: tax is due when it is redeemed.'],
      [1000, 'O', 'Multi-purpose voucher: tax is due when it is redeemed.'],
    ])
    expect(sold[0]).toEqual({
      ...{ id: sold[0]!.id, code: sold[0]!.code, kind: 'multiPurpose', state: 'active', name: 'Gift card', serviceId: null },
      ...{ contactId: ids.anna, contactName: 'Anna Petersen', holder: 'Grandma', currency: 'EUR', issued: 5000, balance: 5000 },
      ...{ price: 5000, expiresOn: '2029-12-31', blockedAt: null, issuedOn: '2026-11-24' },
      ...{ documentId: document.id, number: '2026-0001', unpaidNumber: null },
    })
    expect(new Set(sold.map(({ code }) => code)).size).toBe(2)
    await expect(api('taxes.summary', { from: '2026-01-01', to: '2026-12-31' })).resolves.toMatchObject([{ category: 'O', tax: 0 }])
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ revenue: 10_000, credit: 0 })
  })

  it('is found by its code however it is typed, and a slip is told from a code that there never was', async () => {
    const { api, aCard, sell } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const typed = writtenCode(voucher.code).toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o')
    await expect(api('vouchers.find', { code: ` ${typed} ` })).resolves.toEqual(voucher)
    const slip = (voucher.code.startsWith('2') ? '3' : '2') + voucher.code.slice(1)
    await expect(api('vouchers.find', { code: slip })).rejects.toMatchObject(because('voucherCodeWrong'))
    await expect(api('vouchers.find', { code: '0000-0000-0000' })).rejects.toMatchObject(because('voucherUnknown'))
  })

  it('pays in parts, as far as it goes and as far as something is open', async () => {
    const { api, aCard, sell, pay, balanceOf, anInvoice, ids } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const [first, second] = [await anInvoice(), await anInvoice()]
    await expect(pay(voucher.id, 4300, first.id)).rejects.toMatchObject(because('voucherMoreThanOpen'))
    await expect(pay(voucher.id, 4200, first.id)).resolves.toMatchObject({ method: 'voucher', voucherId: voucher.id, left: 0 })
    expect(await balanceOf(voucher.id)).toBe(800)
    await expect(pay(voucher.id, 801, second.id)).rejects.toMatchObject({
      failure: { reason: 'voucherTooLittle', params: { code: writtenCode(voucher.code), balance: '€8.00' } },
    })
    await pay(voucher.id, 800, second.id)
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({
      ...{ balance: 0, state: 'used' },
      entries: [
        { kind: 'redeemed', amount: -800, documentId: second.id, number: second.number },
        { kind: 'redeemed', amount: -4200, documentId: first.id },
        { kind: 'issued', amount: 5000, number: '2026-0001' },
      ],
    })
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ revenue: 5000 })
    expect((await api('cashbook.day', {})).takings).toMatchObject([{ method: 'card' }, { method: 'voucher', amount: 5000 }])
  })

  it('is topped up, and is then worth what was ever put on it, for as long as one that is sold today', async () => {
    const { api, aCard, aPackage, sell, pay, anInvoice, balanceOf, clock } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    await pay(voucher.id, 4200, (await anInvoice()).id)
    clock.now = new Date('2027-03-01T09:00:00.000Z')
    const { document } = await sell([aCard({ itemId: voucher.id, name: 'Top-up', price: 2500 })])
    expect(document).toMatchObject({ gross: 2500, tax: 0, lines: [{ kind: 'voucher', itemId: voucher.id, taxCategory: 'O' }] })
    const { entries, ...after } = await api('vouchers.get', { id: voucher.id })
    expect(after).toEqual({ ...voucher, issued: 7500, price: 7500, balance: 3300, expiresOn: '2030-12-31' })
    expect(entries.map(({ kind, amount, documentId }) => [kind, amount, documentId === document.id])).toEqual([
      ['issued', 2500, true],
      ['redeemed', -4200, false],
      ['issued', 5000, false],
    ])
    await expect(api('vouchers.list', {})).resolves.toHaveLength(1)
    await expect(api('vouchers.verify', {})).resolves.toEqual({ vouchers: 1, broken: [] })
    await api('invoices.credit', { id: document.id })
    expect(await balanceOf(voucher.id)).toBe(800)
    await expect(api('vouchers.verify', {})).resolves.toEqual({ vouchers: 1, broken: [] })
    const { voucher: cuts } = await sell([aPackage()])
    await expect(sell([aCard({ itemId: cuts.id })])).rejects.toMatchObject(because('topUpOfPackage'))
  })

  it('pays with no more on it before that is paid for, and is not topped up once it is blocked', async () => {
    const { api, aCard, sell, pay, anInvoice } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const more = await anInvoice({ lines: [aCard({ itemId: voucher.id, price: 2500 })] })
    await expect(pay(voucher.id, 100, (await anInvoice()).id)).rejects.toMatchObject({
      failure: { reason: 'voucherUnpaid', params: { number: more.number } },
    })
    await api('payments.record', { method: 'card', amount: 2500, documentIds: [more.id] })
    await expect(pay(voucher.id, 4200, (await anInvoice()).id)).resolves.toMatchObject({ left: 0 })
    await api('vouchers.block', { id: voucher.id, blocked: true })
    await expect(sell([aCard({ itemId: voucher.id })])).rejects.toMatchObject(because('voucherBlocked'))
  })

  it('pays at the checkout beside another way, all in one step', async () => {
    const { api, aCard, sell, aDraft, balanceOf } = await openVoucherShop()
    const { voucher } = await sell([aCard({ price: 3000 })])
    const card = { method: 'voucher' as const, amount: 3000, voucherId: voucher.id }
    const complete = (...tenders: Parameters<typeof api<'checkout.complete'>>[1]['tenders']) =>
      api('checkout.complete', { draft: aDraft({ contactId: null }), tenders })
    await expect(complete(card, { method: 'card', amount: 1300 })).rejects.toMatchObject(because('tendersTooMuch'))
    expect(await balanceOf(voucher.id)).toBe(3000)
    await expect(complete(card, { method: 'cash', amount: 2000 })).resolves.toMatchObject({
      ...{
        document: { state: 'paid' },
        payments: [
          { method: 'voucher', amount: 3000 },
          { method: 'cash', amount: 1200, tendered: 2000 },
        ],
      },
    })
    expect(await balanceOf(voucher.id)).toBe(0)
  })

  it('is neither tip nor anything without a card, nor money of a package', async () => {
    const { api, aCard, aPackage, sell, pay, anInvoice } = await openVoucherShop()
    const { sold } = await sell([aCard(), aPackage()])
    const { id } = await anInvoice()
    const payment = { method: 'voucher' as const, amount: 100, documentIds: [id] }
    await expect(api('payments.record', payment)).rejects.toMatchObject(because('voucherWanted'))
    await expect(api('payments.record', { ...payment, method: 'card', voucherId: sold[0]!.id })).rejects.toMatchObject(
      because('voucherWanted'),
    )
    await expect(api('payments.record', { ...payment, voucherId: sold[0]!.id, tip: 100 })).rejects.toMatchObject(because('noTipByVoucher'))
    await expect(pay(sold[1]!.id, 100, id)).rejects.toMatchObject(because('packageIsNoMoney'))
  })

  it('gets back what is given back of what it paid, once', async () => {
    const { api, aCard, sell, pay, balanceOf, anInvoice } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const invoice = await anInvoice()
    await pay(voucher.id, 4200, invoice.id)
    const note = await api('invoices.credit', { id: invoice.id })
    const refund = (amount: number) => api('payments.refund', { documentId: note.id, method: 'voucher', amount })
    await expect(refund(4200)).resolves.toMatchObject({ method: 'voucher', amount: -4200, voucherId: voucher.id })
    expect(await balanceOf(voucher.id)).toBe(5000)
    await expect(refund(1)).rejects.toMatchObject(because('refundTooMuch'))
    const other = await anInvoice()
    await api('payments.record', { method: 'card', amount: 4200, documentIds: [other.id] })
    const otherNote = await api('invoices.credit', { id: other.id })
    const given = { documentId: otherNote.id, method: 'voucher' as const, amount: 4200 }
    await expect(api('payments.refund', given)).rejects.toMatchObject(because('refundWithoutVoucher'))
    await expect(api('payments.refund', { ...given, voucherId: voucher.id })).rejects.toMatchObject(because('voucherNotUsedFor'))
    expect(await balanceOf(voucher.id)).toBe(5000)
  })

  it('goes with the credit note of its sale, as far as it was not used', async () => {
    const { api, aCard, sell, pay, balanceOf, anInvoice } = await openVoucherShop()
    const { document, voucher } = await sell([aCard()])
    const invoice = await anInvoice()
    await pay(voucher.id, 2000, invoice.id)
    await expect(api('invoices.credit', { id: document.id })).rejects.toMatchObject({
      failure: { reason: 'voucherUsedAlready', params: { balance: '€30.00' } },
    })
    const [line] = document.lines
    await expect(api('invoices.credit', { id: document.id, lines: [{ lineId: line!.id, quantity: 600 }] })).resolves.toMatchObject({
      gross: 3000,
    })
    expect(await balanceOf(voucher.id)).toBe(0)
  })

  it('is taken once its invoice is paid, and not while it is blocked', async () => {
    const { api, aCard, pay, anInvoice } = await openVoucherShop()
    const sale = await anInvoice({ lines: [aCard()] })
    const [voucher] = await api('vouchers.list', {})
    const { id } = await anInvoice()
    await expect(pay(voucher!.id, 100, id)).rejects.toMatchObject({ failure: { reason: 'voucherUnpaid', params: { number: sale.number } } })
    await api('payments.record', { method: 'transfer', amount: 5000, documentIds: [sale.id] })
    await api('vouchers.block', { id: voucher!.id, blocked: true })
    await expect(pay(voucher!.id, 100, id)).rejects.toMatchObject(because('voucherBlocked'))
    await api('vouchers.block', { id: voucher!.id, blocked: false })
    await expect(pay(voucher!.id, 100, id)).resolves.toMatchObject({ amount: 100 })
  })

  it('is sold for what is on it, in whole pieces, and on no deposit', async () => {
    const { api, aCard, aDraft } = await openVoucherShop()
    const refused = async (over: object, reason: string, whole: object = {}) =>
      expect(api('invoices.draft', aDraft({ lines: [aCard(over)], ...whole }))).rejects.toMatchObject(because(reason))
    await refused({ price: 0 }, 'voucherAmountWanted')
    await refused({ quantity: 1500 }, 'voucherQuantityWrong')
    await refused({ quantity: -1000 }, 'voucherQuantityWrong')
    await refused({ quantity: 101_000 }, 'voucherQuantityWrong')
    await refused({ discount: { kind: 'percent', basisPoints: 1000 } }, 'voucherDiscounted')
    await refused({}, 'voucherDiscounted', { discount: { kind: 'amount', amount: 100 } })
    await refused({}, 'voucherOnDeposit', { kind: 'deposit' })
  })
})

describe('a gift card over the years', () => {
  it('expires by the day, and a clock that was wrong takes nothing', async () => {
    const { api, aCard, sell, pay, anInvoice, clock, balanceOf } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    const { id } = await anInvoice()
    const right = clock.now
    clock.now = new Date('2036-02-01T09:00:00.000Z')
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({ state: 'expired', balance: 5000 })
    await expect(pay(voucher.id, 100, id)).rejects.toMatchObject(because('voucherExpired'))
    clock.now = right
    await expect(pay(voucher.id, 100, id)).resolves.toMatchObject({ amount: 100 })
    expect(await balanceOf(voucher.id)).toBe(4900)
  })

  it('is written off when somebody says so, and good again with a later day', async () => {
    const { api, aCard, sell, clock } = await openVoucherShop()
    const { voucher } = await sell([aCard()])
    await expect(api('vouchers.writeOff', { id: null })).rejects.toMatchObject(because('nothingExpired'))
    clock.now = new Date('2030-01-01T09:00:00.000Z')
    await expect(api('vouchers.writeOff', { id: null })).resolves.toEqual({ vouchers: 1 })
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({ balance: 0, entries: [{ kind: 'expired' }, {}] })
    await expect(api('vouchers.change', { id: voucher.id, expiresOn: '2030-06-30' })).resolves.toMatchObject({
      ...{ balance: 5000, state: 'active', expiresOn: '2030-06-30' },
    })
    await api('vouchers.change', { id: voucher.id, expiresOn: null })
    await expect(api('vouchers.get', { id: voucher.id })).resolves.toMatchObject({ balance: 5000, expiresOn: null })
  })

  it('is valid as the settings say on the day of its sale', async () => {
    const { api, aCard, sell } = await openVoucherShop()
    await api('vouchers.changeSettings', { years: 1, toEndOfYear: false })
    expect((await sell([aCard()])).voucher.expiresOn).toBe('2027-11-24')
    await api('vouchers.changeSettings', { years: null })
    expect((await sell([aCard()])).voucher.expiresOn).toBeNull()
    await expect(api('vouchers.settings', {})).resolves.toEqual({ years: null, toEndOfYear: false, amounts: [2500, 5000, 7500, 10_000] })
  })
})
