import { expect, it } from 'vitest'
import { openShop } from '../support/shop.ts'

it('whoever is in or has been today waits to pay, until there is an invoice that stands', async () => {
  const { api, aVisit, ids, clock } = await openShop()
  const book = async (start: string, over = {}) => (await api('appointments.book', aVisit({ start, ...over }))).id
  const [early, next, later] = [
    await book('2026-11-24T10:00'),
    await book('2026-11-24T12:00', { contactId: null, title: 'Walk-in' }),
    await book('2026-11-24T14:00'),
  ]
  await book('2026-11-25T10:00')
  clock.now = new Date('2026-11-24T12:30:00.000Z')
  await api('appointments.setStatus', { id: early, status: 'done' })
  await api('appointments.setStatus', { id: next, status: 'inService' })
  await api('appointments.setStatus', { id: later, status: 'arrived' })
  const anna = { appointmentId: early, contactId: ids.anna, name: 'Anna Petersen', start: '2026-11-24T10:00', status: 'done' }
  const walkIn = { appointmentId: next, contactId: null, name: 'Walk-in', start: '2026-11-24T12:00', status: 'inService' }
  expect(await api('checkout.waiting', {})).toEqual([anna, walkIn])
  const draft = await api('checkout.propose', { appointmentId: early })
  const { document } = await api('checkout.complete', { draft, tenders: [{ method: 'card', amount: 4200 }] })
  expect(await api('checkout.waiting', {})).toEqual([walkIn])
  await api('invoices.credit', { id: document.id })
  expect(await api('checkout.waiting', {})).toEqual([anna, walkIn])
  clock.now = new Date('2026-11-25T07:30:00.000Z')
  expect(await api('checkout.waiting', {})).toEqual([])
})
