import { expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

it('makes an invoice of a visit, takes the money and marks the visit as done', async () => {
  const { api, aVisit, ids } = await openShop()
  const { id: appointmentId } = await api('appointments.book', aVisit())
  const draft = await api('checkout.propose', { appointmentId })
  expect(draft).toMatchObject({
    ...{ kind: 'invoice', contactId: ids.anna, appointmentId, deliveredFrom: '2026-11-24' },
    lines: [{ kind: 'service', itemId: ids.cut, staffId: ids.jana, name: 'Cut', price: 4200, quantity: 1000, taxRateId: ids.full }],
  })
  const { document, payments } = await api('checkout.complete', { draft, tenders: [{ method: 'card', amount: 4200, tip: 200 }] })
  expect(document).toMatchObject({ number: '2026-0001', state: 'paid', gross: 4200, open: 0, appointmentId })
  expect(payments).toMatchObject([{ method: 'card', amount: 4200, tip: 200, left: 0, contactId: ids.anna }])
  await expect(api('appointments.get', { id: appointmentId })).resolves.toMatchObject({ status: 'done' })
  await expect(api('checkout.propose', { appointmentId })).rejects.toMatchObject({ failure: { reason: 'visitInvoiced' } })
})
