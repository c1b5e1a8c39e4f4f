import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })
const percent = (basisPoints: number) => ({ kind: 'percent' as const, basisPoints })
const amount = (amount: number) => ({ kind: 'amount' as const, amount })

describe('a deposit for a visit', () => {
  it('is offered as it was agreed on, asked for, and taken off at the checkout', async () => {
    const { api, aVisit } = await openShop()
    const { id: appointmentId } = await api('appointments.book', aVisit({ deposit: 1000 }))
    const { total } = await api('checkout.depositOffer', { appointmentId })
    await expect(api('checkout.depositOffer', { appointmentId })).resolves.toEqual({ total, asked: 0, agreed: 1000 })
    const draft = await api('checkout.askDeposit', { appointmentId, part: amount(1000) })
    expect(draft).toMatchObject({ kind: 'deposit', state: 'draft', gross: 1000, appointmentId })
    const { id } = await api('invoices.issue', { id: draft.id })
    await expect(api('checkout.depositOffer', { appointmentId })).resolves.toEqual({ total, asked: 1000, agreed: null })
    await api('payments.record', { method: 'card', amount: 1000, documentIds: [id] })
    const { lines } = await api('checkout.propose', { appointmentId })
    expect(lines.at(-1)).toMatchObject({ kind: 'deposit', itemId: id, price: -1000 })
  })

  it('is never more than is left to pay', async () => {
    const { api, aVisit } = await openShop()
    const { id: appointmentId } = await api('appointments.book', aVisit())
    const { total } = await api('checkout.depositOffer', { appointmentId })
    await expect(api('checkout.askDeposit', { appointmentId, part: amount(total + 1) })).rejects.toMatchObject(because('depositTooMuch'))
    await expect(api('checkout.askDeposit', { appointmentId, part: percent(0) })).rejects.toMatchObject(because('depositOfNothing'))
    await expect(api('checkout.depositOffer', {})).rejects.toMatchObject(because('required'))
  })
})

describe('a deposit for a quote', () => {
  it('is linked to it, leaves it open, and is taken off the invoice that it becomes', async () => {
    const { api, aLine, ids } = await openShop()
    const lines = [aLine({ price: 100_000 }), aLine({ name: 'Care', price: 20_000, taxRateId: ids.reduced })]
    const drafted = await api('invoices.draft', { kind: 'quote', contactId: ids.anna, lines, discount: percent(1000) })
    const quote = await api('invoices.issue', { id: drafted.id })
    const draft = await api('checkout.askDeposit', { quoteId: quote.id, part: percent(3000) })
    expect(draft).toMatchObject({ kind: 'deposit', sourceId: quote.id, gross: 32_400, contactId: ids.anna })
    const deposit = await api('invoices.issue', { id: draft.id })
    await expect(api('invoices.get', { id: quote.id })).resolves.toMatchObject({ state: 'open' })
    await api('payments.record', { method: 'transfer', amount: 32_400, documentIds: [deposit.id] })
    const invoice = await api('invoices.fromQuote', { id: quote.id })
    expect(invoice).toMatchObject({ gross: 108_000 - 32_400, discountAmount: 12_000 })
    expect(invoice.groups.map(({ gross }, place) => gross + deposit.groups[place]!.gross)).toEqual(quote.groups.map(({ gross }) => gross))
    await expect(api('checkout.askDeposit', { quoteId: quote.id, part: percent(1000) })).rejects.toMatchObject(because('quoteInvoiced'))
  })

  it('is not taken off while it is open, nor once it was taken back', async () => {
    const { api, aDraft } = await openShop()
    const { id } = await api('invoices.draft', aDraft({ kind: 'quote' }))
    await api('invoices.issue', { id })
    const draft = await api('checkout.askDeposit', { quoteId: id, part: percent(5000) })
    await api('invoices.issue', { id: draft.id })
    await api('invoices.credit', { id: draft.id })
    await expect(api('checkout.depositOffer', { quoteId: id })).resolves.toMatchObject({ total: 4200, asked: 0 })
    await expect(api('invoices.fromQuote', { id })).resolves.toMatchObject({ gross: 4200 })
  })

  it('comes to what was asked for, to the cent, however many rates there are', async () => {
    const { api, aLine, ids } = await openShop()
    const Line = fc.record({ price: fc.integer({ min: 100, max: 90_000 }), isReduced: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        fc.array(Line, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('gross' as const, 'net' as const),
        async (given, pricing) => {
          const lines = given.map(({ price, isReduced }) => aLine({ price, taxRateId: isReduced ? ids.reduced : ids.full }))
          const { id } = await api('invoices.draft', { kind: 'quote', contactId: ids.anna, lines, pricing })
          const quote = await api('invoices.issue', { id })
          const asked = Math.ceil(quote.gross / 3)
          await expect(api('checkout.askDeposit', { quoteId: id, part: amount(asked) })).resolves.toMatchObject({ gross: asked })
        },
      ),
      { numRuns: 30 },
    )
  })
})
