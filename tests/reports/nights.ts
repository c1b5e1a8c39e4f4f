import type { Input } from '../../shared/contract.ts'
import { aContact } from '../support/factories.ts'
import { aService } from '../support/salon.ts'
import { aRandomShop } from './random-shop.ts'

/**
 * A random shop that is open at night as well: visits that begin before midnight and go on after it, over the ends of months, with one
 * person and with two; a course in which several take part; what is of no client; and an invoice of
 * nothing but a gift card.
 */
export async function aShopOfNights(seed: number) {
  const shop = await aRandomShop(seed, { days: 20 })
  const { api, ids, colour, clients, staff } = shop
  const course = await api('catalogue.createService', aService({ name: 'Course', durationMinutes: 60, seats: 5 }))
  const [jana, other] = [ids.jana, staff[1]!]
  const part = (serviceId: number, staffId: number) => ({ serviceId, staffId })

  async function book(wanted: Input<'appointments.book'>) {
    const checked = await api('appointments.check', wanted)
    return api('appointments.book', { ...wanted, despite: checked.flatMap(({ conflicts }) => conflicts.map(({ key }) => key)) })
  }

  /** 23:45 in winter. */
  const nights = ['2026-11-24', '2026-11-30', '2026-12-05', '2026-12-31'].map(day => `${day}T22:45:00.000Z`)
  const services = [
    [part(ids.cut, jana), part(colour.id, jana)],
    [part(ids.cut, jana), part(colour.id, other), part(ids.cut, jana)],
    [part(colour.id, other), part(course.id, jana)],
  ]
  for (const [place, start] of nights.entries())
    for (const [turn, wanted] of services.entries()) {
      const contactId = (place + turn) % 4 === 0 ? null : clients[(place + turn) % clients.length]!
      const { id } = await book({ contactId, title: 'Night', start, services: wanted, source: turn === 0 ? 'Telephone' : '' })
      if (turn === 1 && place % 2 === 0) await api('appointments.setStatus', { id, status: 'noShow' })
      if (turn === 2 && place === 1) await api('appointments.cancel', { id })
    }
  for (const contactId of clients) await book({ contactId, start: '2026-12-10T10:00:00.000Z', services: [part(course.id, jana)] })
  const giver = await api('contacts.create', aContact({ givenName: 'Giver' }))
  await shop.anInvoice({ contactId: giver.id, lines: [shop.aCard()] })
  return { ...shop, course, other, nights }
}
