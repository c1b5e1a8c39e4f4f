import type { Input } from '../../shared/contract.ts'
import type { WeekHours } from '../../shared/hours/model.ts'
import { openApp } from './app.ts'
import { aContact, aStaffMember } from './factories.ts'

const nineToSix = [{ from: '09:00', to: '18:00' }]
/** Every day of the week, so that no test depends on which day it is. */
export const everyDay: WeekHours = Array.from({ length: 7 }, () => [...nineToSix])

/** Somebody who works every day. */
export const aStylist = (over: Partial<Input<'staff.create'>> = {}) =>
  aStaffMember({ name: 'Jana', colour: 'green', hours: { weeks: [everyDay], from: '2026-11-23' }, ...over })

export const aService = (over: Partial<Input<'catalogue.createService'>> = {}): Input<'catalogue.createService'> => ({
  name: 'Cut',
  durationMinutes: 45,
  price: 4200,
  ...over,
})

/** Tuesday, 24 November 2026, half past eight in Hamburg: half an hour before the shop opens. */
export const morning = new Date('2026-11-24T07:30:00.000Z')

/** A salon with two people, a cut and a colour, and one client. */
export const openSalon = async () => furnish(await openApp())

export async function furnish(app: Awaited<ReturnType<typeof openApp>>) {
  app.clock.now = morning
  const { api } = app
  await api('settings.update', { businessName: 'Salon Marlene', zone: 'Europe/Berlin', openingHours: everyDay })
  const [jana, mehmet] = [await api('staff.create', aStylist()), await api('staff.create', aStylist({ name: 'Mehmet', colour: 'blue' }))]
  const cut = await api('catalogue.createService', aService())
  const colour = await api(
    'catalogue.createService',
    aService({ name: 'Colour', durationMinutes: 90, price: 7800, processing: { afterMinutes: 30, minutes: 30 } }),
  )
  const anna = await api('contacts.create', aContact())
  const ids = { jana: jana.id, mehmet: mehmet.id, cut: cut.id, colour: colour.id, anna: anna.id }

  type Booking = Partial<Omit<Input<'appointments.book'>, 'services'>> & { serviceId?: number | null; staffId?: number; minutes?: number }
  /** Anna's cut with Jana at ten, but for what is said. */
  const aVisit = ({ serviceId = ids.cut, staffId = ids.jana, minutes, ...over }: Booking = {}): Input<'appointments.book'> => ({
    contactId: ids.anna,
    start: '2026-11-24T10:00',
    services: [{ serviceId, staffId, durationMinutes: minutes ?? null }],
    ...over,
  })
  const another = async (givenName: string) => (await api('contacts.create', { givenName, familyName: 'Weiß' })).id

  return { ...app, ids, aVisit, another }
}

/** The keys of what stands in the way, as somebody who has seen it sends them back. */
export const keysOf = (error: unknown) =>
  ((error as { failure: { problems?: { params?: { key?: string } }[] } }).failure.problems ?? []).map(({ params }) => params!.key!)

export const kindsOf = (error: unknown) =>
  ((error as { failure: { problems?: { reason: string }[] } }).failure.problems ?? []).map(({ reason }) => reason)
