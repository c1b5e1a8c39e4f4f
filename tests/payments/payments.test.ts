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
      ...{
        reference: '',
        note: '',
        contactId: ids.anna,
        contactName: 'Anna Petersen',
        refundsId: null,
        voucherId: null,
        left: 0,
        user: 'owner',
      },
      settlements: [{ documentId: id, amount: 4200, number }],
    })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'paid', settled: 4200, open: 0 })
    const { entries, takings } = await api('cashbook.day', {})
    expect(entries.map(({ kind, amount, balance, paymentId }) => ({ kind, amount, balance, paymentId }))).toEqual([
      { kind: 'payment', amount: 4200, balance: 4200, paymentId: payment.id },
      { kind: 'tip', amount: 300, balance: 4500, paymentId: payment.id },
    ])
    expect(takings).toEqual([{ method: 'cash', amount: 4200, tips: 300, payments: 1 }])
    const [told] = await api('operations.list', { limit: 1 })
    expect(told).toMatchObject({
      isFinal: true,
      contactId: ids.anna,
      summary: { text: 'paymentRecorded', params: { name: 'Anna Petersen', amount: '€45.00' } },
    })
  })

  it('settles several invoices in the order in which they are named, and the rest stands to the credit of the client', async () => {
    const { api, anInvoice, ids } = await openShop()
    const [first, second] = [await anInvoice(), await anInvoice()]
    const payment = await api('payments.record', { method: 'transfer', amount: 10_000, documentIds: [second.id, first.id, second.id] })
    expect(payment.settlements.map(({ number, amount }) => [number, amount])).toEqual([
      [second.number, 4200],
      [first.number, 4200],
    ])
    expect(payment.left).toBe(1600)
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toEqual({
      ...{ open: 0, overdue: 0, credit: 1600, revenue: 10_000, documents: 2 },
    })
  })

  it('is one of several for the same invoice, which is overdue until the last', async () => {
    const { api, anInvoice, ids, clock } = await openShop()
    const { id } = await anInvoice()
    await api('payments.record', { method: 'card', amount: 4000, documentIds: [id] })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'partPaid', open: 200 })
    clock.now = new Date('2027-01-10T09:00:00.000Z')
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'overdue', open: 200 })
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ open: 200, overdue: 200 })
    const last = await api('payments.record', { method: 'transfer', amount: 200, day: '2027-01-08', documentIds: [id] })
    expect(last).toMatchObject({ day: '2027-01-08', left: 0 })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ state: 'paid', open: 0 })
    expect((await api('payments.list', { documentId: id })).map(({ amount }) => amount)).toEqual([200, 4000])
    expect((await api('payments.list', { from: '2027-01-01', to: '2027-01-31' })).map(({ id }) => id)).toEqual([last.id])
    expect((await api('payments.list', { before: last.id, limit: 1 })).map(({ amount }) => amount)).toEqual([4000])
  })

  it('settles as somebody says, but never more than is open or was paid', async () => {
    const { api, anInvoice } = await openShop()
    const [first, second] = [await anInvoice(), await anInvoice()]
    const pay = (amount: number, ...settlements: { documentId: number; amount: number }[]) =>
      api('payments.record', { method: 'card', amount, settlements })
    await expect(pay(9000, { documentId: first.id, amount: 4201 })).rejects.toMatchObject(because('moreThanIsOpen'))
    const twice = { documentId: first.id, amount: 3000 }
    await expect(pay(9000, twice, twice)).rejects.toMatchObject(because('moreThanIsOpen'))
    await expect(pay(9000, { documentId: first.id, amount: -1 })).rejects.toMatchObject(because('moreThanIsOpen'))
    await expect(pay(5000, twice, { ...twice, documentId: second.id })).rejects.toMatchObject(because('moreThanWasPaid'))
    await expect(pay(5000, twice, { documentId: second.id, amount: 1000 })).resolves.toMatchObject({ left: 1000 })
    await expect(api('payments.list', {})).resolves.toHaveLength(1)
  })

  it('counts what a credit note owes where both are named', async () => {
    const { api, anInvoice } = await openShop()
    const old = await anInvoice()
    await api('payments.record', { method: 'card', amount: 4200, documentIds: [old.id] })
    const [note, next] = [
      await api('invoices.credit', { id: old.id }),
      await anInvoice({ lines: [{ name: 'Colour', price: 7800, taxRateId: 1 }] }),
    ]
    const settlements = [
      { documentId: next.id, amount: 7800 },
      { documentId: note.id, amount: -4200 },
    ]
    await expect(api('payments.record', { method: 'card', amount: 3600, settlements })).resolves.toMatchObject({ left: 0 })
    await expect(api('invoices.sums', { state: 'open' })).resolves.toEqual({ documents: 0, gross: 0, open: 0 })
  })

  it('settles later with what is left of it, once', async () => {
    const { api, anInvoice, ids } = await openShop()
    const { id } = await api('payments.record', { method: 'transfer', amount: 5000, contactId: ids.anna })
    const invoice = await anInvoice()
    const settling = { id, settlements: [{ documentId: invoice.id, amount: 4200 }] }
    await expect(api('payments.settle', settling)).resolves.toMatchObject({ left: 800 })
    await expect(api('payments.settle', settling)).rejects.toMatchObject(because('moreThanIsOpen'))
    const [another] = [await anInvoice()]
    await expect(api('payments.settle', { id, settlements: [{ documentId: another.id, amount: 801 }] })).rejects.toMatchObject(
      because('moreThanWasPaid'),
    )
  })

  it.each([
    ['nothing', { amount: 0 }, 'paymentEmpty'],
    ['less than is to be paid', { amount: 4200, tip: 100, tendered: 4299 }, 'tenderedTooLittle'],
    ['change on a card', { method: 'card', amount: 4200, tendered: 5000 }, 'onlyCashIsTendered'],
    ['money of tomorrow', { amount: 4200, day: '2026-11-25' }, 'dayToCome'],
    ['cash of a day before the last entry', { amount: 4200, day: '2026-11-23', documentIds: [2] }, 'drawerGoneOn'],
    ['credit of nobody', { amount: 4201, documentIds: [2] }, 'creditOfNobody'],
    ['a draft', { amount: 4200, documentIds: [3] }, 'draftNotPaid'],
    ['a quote', { amount: 4200, documentIds: [4] }, 'quoteNotPaid'],
    ['what is not there', { amount: 4200, documentIds: [99] }, 'documentGone'],
    ['what was settled already', { amount: 4200, documentIds: [1] }, 'settledAlready'],
  ] as const)('is not %s', async (_what, wanted, reason) => {
    const { api, anInvoice, aDraft } = await openShop()
    await api('payments.record', { method: 'cash', amount: 4200, documentIds: [(await anInvoice()).id] })
    await anInvoice({ contactId: null })
    await api('invoices.draft', aDraft())
    await anInvoice({ kind: 'quote' })
    const record = { method: 'cash' as const, ...wanted, documentIds: 'documentIds' in wanted ? [...wanted.documentIds] : [] }
    await expect(api('payments.record', record)).rejects.toMatchObject(because(reason))
    expect((await api('cashbook.day', {})).expected).toBe(4200)
  })

  it('is in the currency of the shop', async () => {
    const { api, anInvoice } = await openShop()
    const { id } = await anInvoice()
    await api('settings.update', { currency: 'CHF' })
    await expect(api('payments.record', { method: 'card', amount: 4200, documentIds: [id] })).rejects.toMatchObject(
      because('otherCurrency'),
    )
  })

  it('settles nothing when it is sent twice', async () => {
    const { api, anInvoice } = await openShop()
    const { id } = await anInvoice()
    const twice = { method: 'card' as const, amount: 4200, documentIds: [id] }
    const [first, second] = await Promise.allSettled([api('payments.record', twice), api('payments.record', twice)])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: because('settledAlready') })
  })

  it('keeps its card where it is another client’s by name', async () => {
    const { api, anInvoice } = await openShop()
    const { id: mother } = await api('contacts.create', { givenName: 'Ute', familyName: 'Petersen' })
    const { id } = await anInvoice()
    const payment = await api('payments.record', { method: 'card', amount: 5000, contactId: mother, documentIds: [id] })
    expect(payment).toMatchObject({ contactId: mother, left: 800 })
    await expect(api('payments.balance', { contactId: mother })).resolves.toEqual({
      ...{ open: 0, overdue: 0, credit: 800, revenue: 5000, documents: 0 },
    })
  })
})

describe('a refund', () => {
  it('gives back what is left of a payment, and takes cash out of the drawer', async () => {
    const { api, anInvoice } = await openShop()
    const { id } = await anInvoice()
    const paid = await api('payments.record', { method: 'cash', amount: 5000, documentIds: [id] })
    const refund = { paymentId: paid.id, method: 'cash' as const, amount: 500 }
    await expect(api('payments.refund', { ...refund, amount: 801 })).rejects.toMatchObject(because('refundTooMuch'))
    await expect(api('payments.refund', refund)).resolves.toMatchObject({ amount: -500, refundsId: paid.id, settlements: [], left: 0 })
    await expect(api('payments.refund', refund)).rejects.toMatchObject(because('refundTooMuch'))
    await expect(api('payments.refund', { ...refund, amount: 300 })).resolves.toMatchObject({ amount: -300 })
    expect((await api('payments.list', {})).map(({ left }) => left)).toEqual([0, 0, 0])
    expect((await api('cashbook.day', {})).entries.map(({ amount, balance }) => [amount, balance])).toEqual([
      [5000, 5000],
      [-500, 4500],
      [-300, 4200],
    ])
  })

  it('is of something, and not more than is in the drawer', async () => {
    const { api, anInvoice } = await openShop()
    const { id } = await anInvoice()
    await expect(api('payments.refund', { method: 'card', amount: 100 })).rejects.toMatchObject(because('refundOfNothing'))
    await expect(api('payments.refund', { documentId: id, method: 'card', amount: 100 })).rejects.toMatchObject(because('refundTooMuch'))
    const paid = await api('payments.record', { method: 'card', amount: 5000, documentIds: [id] })
    await expect(api('payments.refund', { paymentId: paid.id, method: 'cash', amount: 800 })).rejects.toMatchObject(
      because('drawerTooEmpty'),
    )
  })

  it('of a credit note by another way gives no more back than was paid', async () => {
    const { api, anInvoice } = await openShop()
    const { id } = await anInvoice()
    const half = await api('payments.record', { method: 'card', amount: 2000, documentIds: [id] })
    await api('payments.record', { method: 'transfer', amount: 2200, documentIds: [id] })
    const note = await api('invoices.credit', { id })
    const refund = { documentId: note.id, paymentId: half.id, method: 'card' as const }
    await expect(api('payments.refund', { ...refund, amount: 2001 })).rejects.toMatchObject(because('refundTooMuch'))
    await api('payments.refund', { ...refund, amount: 2000 })
    await expect(api('payments.refund', { ...refund, amount: 1 })).rejects.toMatchObject(because('refundTooMuch'))
    await api('payments.refund', { documentId: note.id, method: 'transfer', amount: 2200 })
    await expect(api('invoices.get', { id: note.id })).resolves.toMatchObject({ state: 'paid', open: 0 })
    expect((await api('payments.list', {})).map(({ left }) => left)).toEqual([0, 0, 0, 0])
  })
})
