import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paymentMethods, type PaymentMethod } from '../../shared/payments/model.ts'
import { waysBack } from '../../shared/payments/ways-back.ts'
import { openVoucherShop } from '../support/vouchers.ts'

/** A cut for 42 euros, of which the gift card of somebody else pays 40, and which is credited. */
async function creditedCut() {
  const shop = await openVoucherShop()
  const { api, ids, aCard, sell, pay, anInvoice } = shop
  const { voucher } = await sell([aCard({ price: 4000 })], { contactId: null })
  const { id } = await anInvoice()
  const byCard = await pay(voucher.id, 4000, id)
  const inCash = await api('payments.record', { method: 'cash', amount: 200, documentIds: [id] })
  const credit = async (quantity = 1000) => {
    const { lines } = await api('invoices.get', { id })
    return api('invoices.credit', { id, lines: [{ lineId: lines[0]!.id, quantity }] })
  }
  const paidInAll = async () => (await api('payments.balance', { contactId: ids.anna })).revenue
  return { ...shop, voucher, byCard, inCash, credit, paidInAll }
}

describe('what a credit note owes', () => {
  it('goes back in the ways in which it came, onto the gift card by its name', async () => {
    const { api, voucher, byCard, inCash, credit, balanceOf, paidInAll } = await creditedCut()
    const note = await credit()
    const ways = await api('payments.waysBack', { documentId: note.id })
    const card = { method: 'voucher' as const, voucherId: voucher.id, voucherCode: voucher.code }
    const usual = { day: '2026-11-24', expiredOn: null, isBlocked: false }
    expect(ways).toEqual([
      { paymentId: byCard.id, amount: 4000, paid: 4000, left: 4000, ...usual, ...card },
      { paymentId: inCash.id, amount: 200, paid: 200, left: 200, ...usual, method: 'cash', voucherId: null, voucherCode: null },
    ])
    const parts = ways.map(({ paymentId, method, amount }) => ({ paymentId, method, amount }))
    await expect(api('payments.refundInParts', { documentId: note.id, parts })).resolves.toMatchObject([
      { method: 'voucher', amount: -4000, refundsId: byCard.id, voucherId: voucher.id },
      { method: 'cash', amount: -200, refundsId: inCash.id },
    ])
    expect(await balanceOf(voucher.id)).toBe(4000)
    expect(await paidInAll()).toBe(0)
    const [told] = await api('operations.list', { limit: 1 })
    expect(told).toMatchObject({ summary: { text: 'paymentRefunded', params: { name: 'Anna Petersen', amount: '€42.00' } } })
    expect(await api('payments.waysBack', { documentId: note.id })).toEqual([])
  })

  it('says which gift card has expired or is blocked meanwhile', async () => {
    const { api, voucher, credit } = await creditedCut()
    const note = await credit()
    const way = async () => (await api('payments.waysBack', { documentId: note.id }))[0]
    await api('vouchers.change', { id: voucher.id, expiresOn: '2026-11-23' })
    expect(await way()).toMatchObject({ method: 'voucher', expiredOn: '2026-11-23', isBlocked: false })
    await api('vouchers.change', { id: voucher.id, expiresOn: '2026-11-24' })
    await api('vouchers.block', { id: voucher.id, blocked: true })
    expect(await way()).toMatchObject({ method: 'voucher', expiredOn: null, isBlocked: true })
  })

  it('leaves out what went back before, also where nobody said of which payment', async () => {
    const { api, byCard, inCash, credit } = await creditedCut()
    const half = await credit(500)
    await api('payments.refund', { documentId: half.id, method: 'voucher', amount: 1900 })
    await api('payments.refund', { documentId: half.id, method: 'cash', amount: 200 })
    const ways = await api('payments.waysBack', { documentId: (await credit(500)).id })
    expect(ways.map(({ paymentId, amount }) => ({ paymentId, amount }))).toEqual([{ paymentId: byCard.id, amount: 2100 }])
    expect(inCash.amount).toBe(200)
  })

  it('gives nothing back where one of the ways cannot be', async () => {
    const { api, byCard, credit, balanceOf, voucher } = await creditedCut()
    const note = await credit()
    const parts = [
      { paymentId: byCard.id, method: 'voucher' as const, amount: 4000 },
      { method: 'cash' as const, amount: 201 },
    ]
    await expect(api('payments.refundInParts', { documentId: note.id, parts })).rejects.toMatchObject({
      failure: { reason: 'refundTooMuch' },
    })
    expect(await balanceOf(voucher.id)).toBe(0)
    await expect(api('invoices.get', { id: note.id })).resolves.toMatchObject({ open: 4200, state: 'open' })
  })
})

describe('what a client has paid in all', () => {
  it('is no less because what a gift card paid for goes back in cash', async () => {
    const { api, credit, paidInAll } = await creditedCut()
    expect(await paidInAll()).toBe(200)
    await api('cashbook.enter', { kind: 'paidIn', amount: 10_000, note: 'Change' })
    const note = await credit()
    await api('payments.refund', { documentId: note.id, method: 'cash', amount: 4200 })
    expect(await paidInAll()).toBe(0)
  })

  it('is less by what went back of their own money, more or less of it at a time', async () => {
    const { api, credit, paidInAll } = await creditedCut()
    const note = await credit()
    await api('payments.refund', { documentId: note.id, method: 'voucher', amount: 4000 })
    await api('payments.refund', { documentId: note.id, method: 'transfer', amount: 150 })
    expect(await paidInAll()).toBe(50)
  })
})

describe('the ways back', () => {
  const amount = fc.integer({ min: 1, max: 9000 })
  const method = fc.constantFrom<PaymentMethod>(...paymentMethods)
  const cameIn = fc.array(fc.record({ method, paid: amount, back: amount }), { maxLength: 5 })
  const wentBack = fc.array(fc.record({ method, amount, of: fc.integer({ min: 0, max: 7 }) }), { maxLength: 5 })

  it('come to what is owed, none to more than is left of its payment', () => {
    fc.assert(
      fc.property(amount, cameIn, wentBack, (owed, came, went) => {
        const payments = came.map(({ method, paid, back }, place) => ({
          ...{ paymentId: place + 1, method, paid, left: Math.max(0, paid - back), day: '2026-11-24' },
          ...{ voucherId: null, voucherCode: null, expiredOn: null, isBlocked: false },
        }))
        const backs = went.map(({ of, ...back }) => ({ ...back, refundsId: of === 0 ? null : of, voucherId: null }))
        const ways = waysBack(owed, payments, backs)
        expect(ways.reduce((sum, way) => sum + way.amount, 0)).toBe(owed)
        for (const { paymentId, amount } of ways) if (paymentId !== null) expect(amount).toBeLessThanOrEqual(payments[paymentId - 1]!.left)
        const known = payments.reduce((sum, { left }) => sum + left, 0) - backs.reduce((sum, { amount }) => sum + amount, 0)
        const proposed = ways.reduce((sum, way) => sum + (way.paymentId === null ? 0 : way.amount), 0)
        expect(proposed).toBeGreaterThanOrEqual(Math.min(owed, Math.max(0, known)))
      }),
    )
  })
})
