import type { Interval } from '../appointments/diary.ts'
import type { Status } from '../appointments/model.ts'
import { dayAfter, minutesOf, weekdayOf, type Clock } from '../zone.ts'
import type { DayHours, RotatingHours } from '../hours/model.ts'
import type { Dice } from './dice.ts'

const minute = 60_000
const day = 86_400_000
const grid = 15 * minute
const pastDays = 365
/** A full week, then thinner and thinner. */
const futureDays = 28

type DemoStaff = Readonly<{ id: number; hours: RotatingHours; does: readonly number[] }>
/** `minutes` of the services by their place, and their processing time. */
type DemoService = Readonly<{
  id: number
  durationMinutes: number
  processing: { afterMinutes: number; minutes: number } | null
  bufferAfterMinutes: number
  price: number | null
  needsRoom: boolean
}>
type Shop = Readonly<{
  staff: readonly DemoStaff[]
  services: readonly DemoService[]
  rooms: readonly number[]
  clients: readonly number[]
}>

export type DemoVisit = Readonly<{
  contactId: number
  serviceId: number
  staffId: number
  resourceId: number | null
  start: number
  end: number
  status: Status
  bookedAt: number
  isLate: boolean
}>

type Client = { id: number; every: number; staff: number; services: readonly number[]; due: number }

/** What most people come for, by place among the services. */
const usual = [[0], [1], [0], [1], [2], [3], [4], [5], [5], [6], [7], [8], [9], [8]] as const

/**
 * A year of visits and the weeks to come: everybody has a rhythm, a person and a service of their own, some stop coming. Each
 * person's day is filled from its beginning, so that nothing overlaps.
 */
export function* demoVisits(dice: Dice, shop: Shop, now: number, clock: Clock): Generator<DemoVisit, void, undefined> {
  const clients = shop.clients.map((id): Client => newClient(dice, id, shop))
  const today = clock.dayOf(now)
  for (let ahead = -pastDays; ahead <= futureDays; ahead++) {
    const date = dayAfter(today, ahead)
    const share = ahead <= 7 ? 1 : 1 - ahead / (futureDays + 8)
    const due = clients.filter(client => client.due <= ahead + pastDays && dice.chance(share))
    const rooms = shop.rooms.map(id => ({ id, freeFrom: 0 }))
    for (const [place, staff] of shop.staff.entries()) {
      const mine = due.filter(client => client.staff === place)
      for (const visit of fillDay(dice, { staff, mine, date, rooms, shop, clock })) {
        yield { ...visit, ...fateOf(dice, visit, now) }
      }
    }
  }
}

function newClient(dice: Dice, id: number, { staff, services }: Shop): Client {
  const wanted = dice.pick(usual)
  const able = staff.flatMap(({ does }, place) => (wanted.every(one => does.includes(one)) ? [place] : []))
  const every = 21 + dice.below(50)
  // An empty shop has nobody to do it.
  return {
    id,
    every,
    staff: able.length > 0 ? dice.pick(able) : -1,
    services: wanted.filter(place => place < services.length),
    due: dice.below(every),
  }
}

type Day = { staff: DemoStaff; mine: readonly Client[]; date: string; rooms: { id: number; freeFrom: number }[]; shop: Shop; clock: Clock }
type Placed = Omit<DemoVisit, 'status' | 'bookedAt' | 'isLate'>

function* fillDay(dice: Dice, { staff, mine, date, rooms, shop, clock }: Day): Generator<Placed, void, undefined> {
  const waiting = [...mine]
  for (const { start, end } of workOn(staff.hours, date, clock)) {
    let at = start + dice.below(3) * grid
    while (waiting.length > 0 && at < end) {
      const client = waiting.shift()!
      const service = shop.services[client.services[0]!]!
      const room = service.needsRoom ? rooms.find(({ freeFrom }) => freeFrom <= at) : undefined
      const until = at + service.durationMinutes * minute
      if (until > end || (service.needsRoom && !room)) continue
      yield { contactId: client.id, serviceId: service.id, staffId: staff.id, resourceId: room?.id ?? null, start: at, end: until }
      const free = Math.ceil((until + service.bufferAfterMinutes * minute) / grid) * grid
      if (room) room.freeFrom = free
      client.due += Math.max(7, client.every + dice.below(11) - 5) * (dice.chance(0.03) ? 6 : 1)
      at = free + (dice.chance(0.35) ? (1 + dice.below(3)) * grid : 0)
    }
  }
}

/** The week's hours of somebody on a day. */
function workOn({ weeks, from }: RotatingHours, date: string, clock: Clock): Interval[] {
  const since = Math.floor((Date.parse(date) - Date.parse(from)) / (7 * day))
  const turn = ((since % weeks.length) + weeks.length) % weeks.length
  const hours: DayHours = weeks[turn]![weekdayOf(date) - 1]!
  const midnight = clock.firstFrom(`${date}T00:00`)
  return hours.map(({ from, to }) => ({ start: midnight + minutesOf(from) * minute, end: midnight + minutesOf(to) * minute }))
}

function fateOf(dice: Dice, { start, end }: Placed, now: number): Pick<DemoVisit, 'status' | 'bookedAt' | 'isLate'> {
  const bookedAt = Math.min(start, now) - (1 + dice.below(30)) * day
  const fate = dice.below(100)
  if (end <= now) {
    if (fate < 3) return { status: 'noShow', bookedAt, isLate: false }
    if (fate < 9) return { status: 'cancelled', bookedAt, isLate: fate < 5 }
    return { status: 'done', bookedAt, isLate: false }
  }
  if (start <= now) return { status: fate < 80 ? 'inService' : 'arrived', bookedAt, isLate: false }
  if (fate < 4) return { status: 'cancelled', bookedAt, isLate: false }
  return { status: fate < 50 ? 'confirmed' : 'booked', bookedAt, isLate: false }
}
