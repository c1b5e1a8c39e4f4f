import { describe, expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })

describe('a draft', () => {
  it('has no number, and is changed and discarded as somebody likes', async () => {
    const { api, aDraft, aLine, ids } = await openShop()
    const draft = await api('invoices.draft', aDraft())
    expect(draft).toMatchObject({ kind: 'invoice', state: 'draft', number: null, net: 3529, tax: 671, gross: 4200, open: 0 })
    expect(draft.buyer).toMatchObject({ name: 'Anna Petersen', address: { street: 'Große Elbstraße 5' } })
    const changed = await api('invoices.change', { id: draft.id, lines: [aLine({ quantity: 2000 })], title: 'Twice' })
    expect(changed).toMatchObject({ gross: 8400, title: 'Twice', contactId: ids.anna })
    await api('invoices.discard', { id: draft.id })
    await expect(api('invoices.get', { id: draft.id })).rejects.toMatchObject(because('documentGone'))
  })

  it('takes its change back, which of an issue is refused', async () => {
    const { api, aDraft } = await openShop()
    const { id } = await api('invoices.draft', aDraft())
    await api('invoices.change', { id, title: 'Else' })
    const [change] = await api('operations.list', {})
    expect(change!.isFinal).toBe(false)
    await api.run('operations.undo', { id: change!.id })
    await expect(api('invoices.get', { id })).resolves.toMatchObject({ title: '', gross: 4200 })
    await api('invoices.issue', { id })
    const [issue] = await api('operations.list', {})
    expect(issue).toMatchObject({ isFinal: true, summary: { text: 'invoiceIssued' } })
    await expect(api.run('operations.undo', { id: issue!.id })).rejects.toMatchObject(because('operationFinal'))
  })

  it('has what is missing asked for before it is issued', async () => {
    const { api, aDraft } = await openShop()
    const { seller } = await api('invoices.settings', {})
    await api('invoices.changeSettings', { seller: { ...seller, taxNumber: '' } })
    expect((await api('invoices.preview', aDraft({ lines: [] }))).missing).toEqual(['lines', 'sellerTaxNumber'])
    const { id } = await api('invoices.draft', aDraft())
    await expect(api('invoices.issue', { id })).rejects.toMatchObject({
      failure: { reason: 'documentIncomplete', problems: [{ path: ['sellerTaxNumber'], reason: 'sellerTaxNumberMissing' }] },
    })
  })

  it('is refused where it comes to more than anybody can mean', async () => {
    const { api, aDraft, aLine } = await openShop()
    const huge = aDraft({ lines: [aLine({ price: 100_000_000_000, quantity: 1_000_000_000 })] })
    await expect(api('invoices.draft', huge)).rejects.toMatchObject(because('sumTooBig'))
    await expect(api('invoices.preview', huge)).rejects.toMatchObject(because('sumTooBig'))
  })

  it('is counted at the rates of the day on which it is issued', async () => {
    const { api, aDraft, ids } = await openShop()
    const { id } = await api('invoices.draft', aDraft())
    await api('taxes.changeRate', {
      id: ids.full,
      periods: [
        { from: '2000-01-01', basisPoints: 1900 },
        { from: '2026-11-24', basisPoints: 2100 },
      ],
    })
    await expect(api('invoices.issue', { id })).resolves.toMatchObject({ gross: 4200, tax: 729, groups: [{ basisPoints: 2100 }] })
  })
})

describe('what was issued', () => {
  it('has the next number of its series and year, without a gap', async () => {
    const { api, anInvoice, clock } = await openShop()
    const numbers = [(await anInvoice()).number, (await anInvoice({ kind: 'deposit' })).number, (await anInvoice({ kind: 'quote' })).number]
    const note = await api('invoices.credit', { id: 1 })
    clock.now = new Date('2026-12-31T23:30:00.000Z')
    expect([...numbers, note.number, (await anInvoice()).number]).toEqual([
      ...['2026-0001', '2026-0002', 'Q-2026-0001', 'CN-2026-0001', '2027-0001'],
    ])
    await expect(api('invoices.verify', {})).resolves.toEqual({ documents: 5, broken: [] })
  })

  it('goes on with the letters that its series began with, whatever language the shop speaks later', async () => {
    const { api, anInvoice } = await openShop()
    await anInvoice()
    await anInvoice()
    const first = await api('invoices.credit', { id: 1 })
    await api('settings.update', { language: 'de' })
    const second = await api('invoices.credit', { id: 2 })
    const quote = await anInvoice({ kind: 'quote' })
    expect([first.number, second.number, quote.number]).toEqual(['CN-2026-0001', 'CN-2026-0002', 'AN-2026-0001'])
  })

  it('has neither gap nor double where two are issued at once', async () => {
    const { api, aDraft } = await openShop()
    const drafts = []
    for (let count = 0; count < 10; count++) drafts.push(await api('invoices.draft', aDraft()))
    const issued = await Promise.all(drafts.map(({ id }) => api('invoices.issue', { id })))
    expect(issued.map(({ number }) => number).toSorted()).toEqual(
      Array.from({ length: 10 }, (_, index) => `2026-00${String(index + 1).padStart(2, '0')}`),
    )
    const twice = await Promise.allSettled([api('invoices.issue', { id: 1 }), api('invoices.issue', { id: 1 })])
    expect(twice).toMatchObject([
      { status: 'rejected', reason: because('documentFinal') },
      { status: 'rejected', reason: because('documentFinal') },
    ])
  })

  it('keeps what the shop, the client and the rates were', async () => {
    const { api, anInvoice, ids } = await openShop()
    const before = await anInvoice()
    await api('contacts.update', { id: ids.anna, familyName: 'Schulz', addresses: [] })
    await api('settings.update', { businessName: 'Elsewhere' })
    await api('taxes.changeRate', { id: ids.full, periods: [{ from: '2000-01-01', basisPoints: 1600 }] })
    await expect(api('invoices.get', { id: before.id })).resolves.toEqual(before)
    await expect(api('invoices.change', { id: before.id, title: 'Else' })).rejects.toMatchObject(because('documentFinal'))
    await expect(api('invoices.discard', { id: before.id })).rejects.toMatchObject(because('documentFinal'))
  })

  it('is not issued on a day before the last one', async () => {
    const { anInvoice, clock } = await openShop()
    await anInvoice()
    clock.now = new Date('2026-11-23T09:00:00.000Z')
    await expect(anInvoice()).rejects.toMatchObject(because('clockSetBack'))
  })

  it('goes with its client where two cards become one, and back', async () => {
    const { api, anInvoice, ids } = await openShop()
    const { id: twin } = await api('contacts.create', { givenName: 'Anna', familyName: 'Petersson' })
    const invoice = await anInvoice({ contactId: twin })
    const payment = await api('payments.record', { method: 'card', amount: 5000, documentIds: [invoice.id] })
    await api('contacts.merge', { survivorId: ids.anna, loserIds: [twin] })
    await expect(api('invoices.get', { id: invoice.id })).resolves.toMatchObject({ contactId: ids.anna, buyer: { name: 'Anna Petersson' } })
    await expect(api('payments.balance', { contactId: ids.anna })).resolves.toMatchObject({ credit: 800, revenue: 5000, documents: 1 })
    await api('contacts.unmerge', { id: twin })
    await expect(api('payments.list', { contactId: twin })).resolves.toEqual([payment])
    await expect(api('payments.list', { contactId: ids.anna })).resolves.toEqual([])
    await expect(api('invoices.verify', {})).resolves.toEqual({ documents: 1, broken: [] })
  })
})

describe('a quote', () => {
  it('is answered, and becomes one invoice', async () => {
    const { api, anInvoice, clock } = await openShop()
    const quote = await anInvoice({ kind: 'quote' })
    expect(quote).toMatchObject({ state: 'open', validUntil: '2026-12-24', dueOn: null, open: 0 })
    await expect(api('invoices.decide', { id: quote.id, decision: 'declined' })).resolves.toMatchObject({ state: 'declined' })
    await expect(api('invoices.decide', { id: quote.id, decision: null })).resolves.toMatchObject({ state: 'open' })
    const invoice = await api('invoices.fromQuote', { id: quote.id })
    expect(invoice).toMatchObject({ kind: 'invoice', state: 'draft', sourceId: quote.id, gross: quote.gross })
    await expect(api('invoices.get', { id: quote.id })).resolves.toMatchObject({ state: 'invoiced' })
    await expect(api('invoices.fromQuote', { id: quote.id })).rejects.toMatchObject(because('quoteInvoiced'))
    clock.now = new Date('2026-12-25T09:00:00.000Z')
    const late = await anInvoice({ kind: 'quote', validUntil: '2026-12-24' })
    expect(late.state).toBe('expired')
  })
})

describe('the list', () => {
  it('shows what is asked for, with its sums', async () => {
    const { api, anInvoice, aDraft, clock } = await openShop()
    const first = await anInvoice()
    await api('payments.record', { method: 'card', amount: 4200, documentIds: [first.id] })
    clock.now = new Date('2026-12-20T09:00:00.000Z')
    const second = await anInvoice({ title: 'Wedding' })
    const draft = await api('invoices.draft', aDraft())
    const note = await api('invoices.credit', { id: first.id })
    const ids = async (filter: Parameters<typeof api<'invoices.list'>>[1]) => (await api('invoices.list', filter)).map(({ id }) => id)
    expect(await ids({})).toEqual([draft.id, note.id, second.id, first.id])
    expect(await ids({ state: 'draft' })).toEqual([draft.id])
    expect(await ids({ state: 'open' })).toEqual([note.id, second.id])
    expect(await ids({ state: 'paid' })).toEqual([first.id])
    expect(await ids({ kind: 'creditNote' })).toEqual([note.id])
    expect(await ids({ text: 'wedd' })).toEqual([second.id])
    expect(await ids({ from: '2026-12-01', to: '2026-12-31' })).toEqual([note.id, second.id])
    clock.now = new Date('2027-01-20T09:00:00.000Z')
    expect(await ids({ state: 'overdue' })).toEqual([second.id])
    await expect(api('invoices.sums', {})).resolves.toEqual({ documents: 4, gross: 4200, open: 0 })
    await expect(api('invoices.sums', { state: 'open' })).resolves.toEqual({ documents: 2, gross: 0, open: 0 })
  })
})
