import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('a payment', () => {
  it('settles an invoice, and stands in the drawer where it is in cash', async () => {
    const { api, anInvoice, ids } = await openShop()
    const { id, number } = await anInvoice()
    const payment = await api('payments.record', { method: 'cash', amount: 4200, tip: 300, tendered: 5000, documentIds: [id] })
    expect(payment).toEqual({
      ...{ id: 1, at: '2026-11-24T07:30:00.000Z', day: '2026-11-24', method: 'cash', amount: 4200, tip: 300, tendered: 5000 },
      ...{ reference: '', note: '', contactId: ids.anna, refundsId: null, left: 0, user: 'owner' },
      settlements: [{ documentId: id, amount: 4200, number }],
    })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'paid', settled: 4200, open: 0 })
    const { entries, takings } = await api('cashbook.day', {})
    expect(entries.map(({ kind, amount, balance, paymentId }) => ({ kind, amount, balance, paymentId }))).toEqual([
      { kind: 'payment', amount: 4200, balance: 4200, paymentId: payment.id },
      { kind: 'tip', amount: 300, balance: 4500, paymentId: payment.id },
    ])
    expect(takings).toEqual([{ method: 'cash', amount: 4200, tips: 300, payments: 1 }])
  })

  it('settles several invoices in the order in which they are named, and the rest stands to the credit of the client', async () => {
    const { api, anInvoice, ids } = await openShop()
    const [first, second] = [await anInvoice(), await anInvoice()]
    const payment = await api('payments.record', { method: 'transfer', amount: 10_000, documentIds: [second.id, first.id] })
    expect(payment.settlements.map(({ number, amount }) => [number, amount])).toEqual([
      [second.number, 4200],
      [first.number, 4200],
    ])
    expect(payment.left).toBe(1600)
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toEqual({
      ...{ open: 0, overdue: 0, credit: 1600, revenue: 10_000, documents: 2 },
    })
  })
})

it('refuses what has been settled already', async () => {
  const { api, anInvoice } = await openShop()
  const { id } = await anInvoice()
  const twice = { method: 'card' as const, amount: 4200, documentIds: [id] }
  const [first, second] = await Promise.allSettled([api('payments.record', twice), api('payments.record', twice)])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: because('settledAlready') })
})
