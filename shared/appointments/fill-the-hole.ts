import type { Interval } from './diary.ts'
import type { Candidate, WantedService } from './model.ts'
import { favourites, suits } from './rules.ts'
import { weekdayOf } from '../zone.ts'
import type { Waiting } from '../waiting/model.ts'

/** A free time, and what it was for. */
export type Hole = Interval &
  Readonly<{
    appointmentId: number | null
    contactId: number | null
    localStart: string
    localEnd: string
    staffId: number | null
    resourceId: number | null
    serviceIds: readonly number[]
  }>

/** Somebody who might come, what they would come for, and why they are asked. */
export type Wish = Readonly<{
  contactId: number
  waitingId: number | null
  services: readonly WantedService[]
  reasons: readonly Candidate['reasons'][number][]
  usualDays: number | null
  daysSince: number | null
}>

type Waits = Readonly<{
  waitingId: number
  contactId: number
  services: readonly WantedService[]
  times: Pick<Waiting, 'preferences' | 'firstDay' | 'lastDay'>
}>
type Visit = Readonly<{ id: number; startsAt: string; serviceId: number | null; staffId: number | null }>
type IsDue = Readonly<{ contactId: number; usualDays: number | null; lastAt: string | null; visits: readonly Visit[] }>

const day = 86_400_000
/** Whoever has missed so many of their usual visits has gone elsewhere. */
const goneAfter = 4

/** null where the time does not suit them, or nothing is known of what they would come for. */
export function wishOf(hole: Hole, who: Waits | IsDue): Wish | null {
  return 'waitingId' in who ? waitingWish(hole, who) : dueWish(hole, who)
}

function waitingWish(hole: Hole, { waitingId, contactId, services, times }: Waits): Wish | null {
  if (!suits(times, hole.localStart, hole.localEnd)) return null
  const wanted = services.length > 0 ? services : hole.serviceIds.map(asked)
  if (wanted.length === 0) return null
  return { contactId, waitingId, services: wanted, reasons: ['waiting', ...likeness(hole, wanted)], usualDays: null, daysSince: null }
}

function dueWish(hole: Hole, { contactId, usualDays, lastAt, visits }: IsDue): Wish | null {
  if (usualDays === null || lastAt === null) return null
  const daysSince = Math.floor((hole.start - Date.parse(lastAt)) / day)
  const [service] = favourites(visits.map(({ serviceId }) => serviceId))
  if (daysSince < usualDays || daysSince > goneAfter * usualDays || service === undefined) return null
  const [staffId = null] = favourites(visits.filter(({ serviceId }) => serviceId === service).map(({ staffId }) => staffId))
  const wanted = [{ ...asked(service), staffId }]
  const weekday = weekdayOf(hole.localStart.slice(0, 10))
  const [usual] = favourites(visits.map(({ startsAt }) => weekdayOf(startsAt.slice(0, 10))))
  const reasons = ['overdue' as const, ...likeness(hole, wanted), ...(usual === weekday ? ['usualWeekday' as const] : [])]
  return { contactId, waitingId: null, services: wanted, reasons, usualDays, daysSince }
}

const asked = (serviceId: number): WantedService => ({ serviceId, staffId: null, resourceId: null, durationMinutes: null, price: null })

const likeness = (hole: Hole, wanted: readonly WantedService[]) => [
  ...(wanted.some(({ serviceId }) => serviceId !== null && hole.serviceIds.includes(serviceId)) ? ['sameService' as const] : []),
  ...(hole.staffId !== null && wanted.some(({ staffId }) => staffId === hole.staffId) ? ['samePerson' as const] : []),
]

/** Whoever asked for it comes first, then who fits best, then who has been due the shortest: they have not gone elsewhere yet. */
const weight = { waiting: 100, overdue: 0, samePerson: 4, sameService: 3, usualWeekday: 2 } as const satisfies Record<
  Candidate['reasons'][number],
  number
>

export function ranked(wishes: readonly Wish[]): Wish[] {
  const once = new Map<number, Wish>()
  for (const wish of wishes) if (!once.has(wish.contactId)) once.set(wish.contactId, wish)
  return [...once.values()].toSorted((a, b) => score(b) - score(a) || overdueness(a) - overdueness(b))
}

const score = ({ reasons }: Wish) => reasons.reduce((sum, reason) => sum + weight[reason], 0)
const overdueness = ({ daysSince, usualDays }: Wish) => (daysSince ?? 0) / (usualDays ?? 1)
