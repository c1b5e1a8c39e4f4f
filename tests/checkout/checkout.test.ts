import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { openShop } from '../support/shop.ts'

const because = (reason: string) => ({ failure: { reason } })

async function aShopWithAVisit() {
  const shop = await openShop()
  const { id: appointmentId } = await shop.api('appointments.book', shop.aVisit())
  const propose = () => shop.api('checkout.propose', { appointmentId })
  const complete = async (...tenders: Input<'checkout.complete'>['tenders']) =>
    shop.api('checkout.complete', { draft: await propose(), tenders })
  return { ...shop, appointmentId, propose, complete }
}

describe('the checkout of a visit', () => {
  it('makes an invoice of it, takes the money and marks it as done', async () => {
    const { api, appointmentId, propose, complete, ids } = await aShopWithAVisit()
    await expect(propose()).resolves.toMatchObject({
      ...{ kind: 'invoice', contactId: ids.anna, appointmentId, deliveredFrom: '2026-11-24', pricing: 'gross' },
      lines: [{ kind: 'service', itemId: ids.cut, staffId: ids.jana, name: 'Cut', price: 4200, quantity: 1000, taxRateId: ids.full }],
    })
    const { document, payments } = await complete({ method: 'card', amount: 4200, tip: 200 })
    expect(document).toMatchObject({ number: '2026-0001', state: 'paid', gross: 4200, open: 0, appointmentId })
    expect(payments).toMatchObject([{ method: 'card', amount: 4200, tip: 200, left: 0, contactId: ids.anna }])
    await expect(api('appointments.get', { id: appointmentId })).resolves.toMatchObject({ status: 'done' })
    const [told] = await api('operations.list', { limit: 1 })
    expect(told).toMatchObject({ isFinal: true, summary: { text: 'checkedOut', params: { number: '2026-0001', name: 'Anna Petersen' } } })
  })

  it('happens once, but for one that was taken back as a whole', async () => {
    const { api, propose, complete } = await aShopWithAVisit()
    const draft = await propose()
    const twice = { draft, tenders: [{ method: 'card' as const, amount: 4200 }] }
    const [first, second] = await Promise.allSettled([api('checkout.complete', twice), api('checkout.complete', twice)])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ status: 'rejected', reason: because('visitInvoiced') })
    await expect(propose()).rejects.toMatchObject({ failure: { reason: 'visitInvoiced', params: { number: '2026-0001' } } })
    const { lines } = await api('invoices.get', { id: 1 })
    await api('invoices.credit', { id: 1, lines: [{ lineId: lines[0]!.id, quantity: 500 }] })
    await expect(propose()).rejects.toMatchObject(because('visitInvoiced'))
    await api('invoices.credit', { id: 1 })
    await expect(complete({ method: 'cash', amount: 4200 })).resolves.toMatchObject({ document: { number: '2026-0002' } })
  })

  it('takes off what was paid before, with its tax', async () => {
    const { api, anInvoice, aLine, appointmentId, propose, complete, ids } = await aShopWithAVisit()
    const lines = [aLine({ name: 'Deposit', price: 1000 }), aLine({ name: 'Deposit', price: 500, taxRateId: ids.reduced })]
    const deposit = await anInvoice({ kind: 'deposit', appointmentId, lines })
    await expect(propose()).resolves.toMatchObject({ lines: [{ kind: 'service' }] })
    await api('payments.record', { method: 'transfer', amount: 1500, documentIds: [deposit.id] })
    expect((await propose()).lines.slice(1)).toMatchObject([
      { kind: 'deposit', itemId: deposit.id, name: 'Deposit 2026-0001 of 24 Nov 2026', price: -1000, taxRateId: ids.full },
      { kind: 'deposit', itemId: deposit.id, price: -500, taxRateId: ids.reduced },
    ])
    const { document } = await complete({ method: 'card', amount: 2700 })
    expect(document).toMatchObject({ gross: 2700, state: 'paid' })
    expect(document.groups.map(({ basisPoints, gross }) => [basisPoints, gross])).toEqual([
      [1900, 3200],
      [700, -500],
    ])
  })

  it('takes the deposit off at the rate at which it was charged', async () => {
    const { api, anInvoice, aLine, appointmentId, complete, ids } = await aShopWithAVisit()
    const deposit = await anInvoice({ kind: 'deposit', appointmentId, lines: [aLine({ price: 1190 })], deliveredFrom: '2026-11-01' })
    await api('payments.record', { method: 'transfer', amount: 1190, documentIds: [deposit.id] })
    const periods = [
      { from: '2007-01-01', basisPoints: 1900 },
      { from: '2026-11-15', basisPoints: 2000 },
    ]
    await api('taxes.changeRate', { id: ids.full, periods })
    const { document } = await complete({ method: 'card', amount: 3010 })
    expect(document.groups.map(({ basisPoints, gross, tax }) => [basisPoints, gross, tax])).toEqual([
      [2000, 4200, 700],
      [1900, -1190, -190],
    ])
  })

  it('takes no deposit off that was given back', async () => {
    const { api, anInvoice, aLine, appointmentId, propose } = await aShopWithAVisit()
    const deposit = await anInvoice({ kind: 'deposit', appointmentId, lines: [aLine({ price: 1000 })] })
    await api('invoices.credit', { id: deposit.id })
    expect((await propose()).lines).toHaveLength(1)
  })

  it('counts with the prices that were agreed on, as the shop counts', async () => {
    const { api, aVisit, ids } = await openShop()
    await api('invoices.changeSettings', { pricing: 'net', defaultTaxRateId: ids.reduced })
    const services = [{ serviceId: ids.cut, staffId: ids.jana, price: 3210 }]
    const { id } = await api('appointments.book', aVisit({ services }))
    await expect(api('checkout.propose', { appointmentId: id })).resolves.toMatchObject({
      ...{ pricing: 'net', lines: [{ price: 3000, taxRateId: ids.reduced }] },
    })
  })

  it('leaves a visit that is still to come as it is', async () => {
    const { api, aVisit } = await openShop()
    const { id } = await api('appointments.book', aVisit({ start: '2026-11-26T10:00' }))
    const draft = await api('checkout.propose', { appointmentId: id })
    await api('checkout.complete', { draft, tenders: [{ method: 'card', amount: 4200 }] })
    await expect(api('appointments.get', { id })).resolves.toMatchObject({ status: 'booked' })
  })

  it('has a reason where there is nothing to check out', async () => {
    const { api, aVisit, ids } = await openShop()
    const block = await api('appointments.book', {
      kind: 'block',
      start: '2026-11-24T12:00',
      services: [{ serviceId: null, staffId: ids.jana, durationMinutes: 30 }],
    })
    await expect(api('checkout.propose', { appointmentId: block.id })).rejects.toMatchObject(because('blockNotInvoiced'))
    const { id } = await api('appointments.book', aVisit())
    await api('appointments.cancel', { id })
    await expect(api('checkout.propose', { appointmentId: id })).rejects.toMatchObject(because('appointmentCancelled'))
    for (const rate of await api('taxes.rates', {})) await api('taxes.archiveRate', { id: rate.id, archived: true })
    const next = await api('appointments.book', aVisit())
    await expect(api('checkout.propose', { appointmentId: next.id })).rejects.toMatchObject(because('taxRatesMissing'))
  })
})

describe('the checkout over the counter', () => {
  it('gives change on cash, and on nothing else', async () => {
    const { api, aDraft } = await openShop()
    const pay = (...tenders: Input<'checkout.complete'>['tenders']) =>
      api('checkout.complete', { draft: aDraft({ contactId: null }), tenders })
    const { payments } = await pay({ method: 'card', amount: 2000 }, { method: 'cash', amount: 5000, tip: 100 })
    expect(payments).toMatchObject([
      { method: 'card', amount: 2000, left: 0, contactId: null },
      { method: 'cash', amount: 2200, tip: 100, tendered: 5100, left: 0 },
    ])
    expect((await api('cashbook.day', {})).expected).toBe(2300)
    await expect(pay({ method: 'card', amount: 4300 })).rejects.toMatchObject(because('tendersTooMuch'))
    await expect(pay({ method: 'card', amount: 4300 }, { method: 'cash', amount: 50 })).rejects.toMatchObject(because('tendersTooMuch'))
    await expect(api('invoices.list', {})).resolves.toHaveLength(1)
  })

  it('leaves something open only of a client whom the shop knows', async () => {
    const { api, aDraft } = await openShop()
    const tenders = [{ method: 'card' as const, amount: 4000 }]
    await expect(api('checkout.complete', { draft: aDraft({ contactId: null }), tenders })).rejects.toMatchObject(because('openOfNobody'))
    await expect(api('checkout.complete', { draft: aDraft(), tenders })).resolves.toMatchObject({
      document: { state: 'partPaid', open: 200 },
    })
    await expect(api('checkout.complete', { draft: aDraft(), tenders: [] })).resolves.toMatchObject({
      document: { state: 'open' },
      payments: [],
    })
  })

  it('issues what comes to nothing, and takes a tip on it', async () => {
    const { api, aDraft } = await openShop()
    const draft = aDraft({ contactId: null, discount: { kind: 'percent', basisPoints: 10_000 } })
    await expect(api('checkout.complete', { draft, tenders: [{ method: 'card', amount: 0 }] })).resolves.toMatchObject({
      ...{ document: { gross: 0, state: 'paid', number: '2026-0001' }, payments: [] },
    })
    await expect(api('checkout.complete', { draft, tenders: [{ method: 'cash', amount: 0, tip: 200 }] })).resolves.toMatchObject({
      payments: [{ amount: 0, tip: 200 }],
    })
  })

  it('does all of it or nothing', async () => {
    const { api, aDraft } = await openShop()
    await api('cashbook.close', { counted: 0 })
    const tenders = [
      { method: 'card' as const, amount: 2000 },
      { method: 'cash' as const, amount: 2200 },
    ]
    await expect(api('checkout.complete', { draft: aDraft(), tenders })).rejects.toMatchObject(because('drawerClosed'))
    await expect(api('invoices.list', {})).resolves.toEqual([])
    await expect(api('payments.list', {})).resolves.toEqual([])
    await expect(api('checkout.complete', { draft: aDraft({ kind: 'quote' }), tenders: [] })).rejects.toMatchObject(because('quoteNotPaid'))
  })
})

describe('a missed visit', () => {
  async function aMissedVisit() {
    const shop = await aShopWithAVisit()
    await shop.api('appointments.setStatus', { id: shop.appointmentId, status: 'noShow' })
    const proposeFee = () => shop.api('checkout.propose', { appointmentId: shop.appointmentId, fee: true })
    return { ...shop, proposeFee }
  }

  it('is charged the fee of the shop, once, and stays missed', async () => {
    const { api, appointmentId, proposeFee, ids } = await aMissedVisit()
    await api('settings.update', { missedFee: { kind: 'percent', basisPoints: 5000 } })
    const draft = await proposeFee()
    expect(draft).toMatchObject({
      ...{ contactId: ids.anna, appointmentId },
      lines: [{ kind: 'free', name: 'Fee for the missed visit of 24 Nov 2026', description: 'Cut', price: 2100, taxRateId: ids.full }],
    })
    await api('checkout.complete', { draft, tenders: [] })
    await expect(api('appointments.get', { id: appointmentId })).resolves.toMatchObject({ status: 'noShow' })
    await expect(proposeFee()).rejects.toMatchObject(because('visitInvoiced'))
  })

  it('is charged too where it was cancelled late by the client', async () => {
    const { api, appointmentId } = await aShopWithAVisit()
    await api('settings.update', { missedFee: { kind: 'amount', amount: 1500 } })
    await api('appointments.cancel', { id: appointmentId, by: 'client' })
    await expect(api('checkout.propose', { appointmentId, fee: true })).resolves.toMatchObject({
      lines: [{ name: 'Fee for the late cancellation of the visit of 24 Nov 2026', price: 1500 }],
    })
  })

  it('is charged nothing where the shop asks for none, or nothing was missed', async () => {
    const { proposeFee } = await aMissedVisit()
    await expect(proposeFee()).rejects.toMatchObject(because('missedFeeUnset'))
    const { api, appointmentId } = await aShopWithAVisit()
    await api('settings.update', { missedFee: { kind: 'amount', amount: 1500 } })
    await expect(api('checkout.propose', { appointmentId, fee: true })).rejects.toMatchObject(because('visitNotMissed'))
    await api('appointments.cancel', { id: appointmentId, by: 'shop' })
    await expect(api('checkout.propose', { appointmentId, fee: true })).rejects.toMatchObject(because('visitNotMissed'))
  })
})
