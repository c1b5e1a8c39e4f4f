import type { Interval } from '../appointments/diary.ts'
import { AppError } from '../errors.ts'
import { firstOccurrences, longestSeries, occurrencesBetween, type Occurrences } from '../recurrence/rules.ts'
import { dayAfter, daysBetween, type Clock } from '../zone.ts'
import type { CalendarEvent } from './events.ts'
import type { ProblemReason } from './problems.ts'
import type { EventTime } from './times.ts'

export type Shop = Readonly<{
  clock: Clock
  now: number
  /** The clock of a zone as the file calls it; null where nobody knows it. */
  clockOf(zone: string): Clock | null
  /** From when to when the shop is open on a day; null where it is closed. */
  opening(day: string): Interval | null
}>
type Say = (reason: ProblemReason) => void

/** One date of an event; `key` is the same wall time of the shop whatever becomes of that date. */
export type EventDate = Readonly<{ key: string; at: EventTime; instant: number }>

const day = 86_400_000
const twoYears = 731 * day

export const instantOf = (time: EventTime, shop: Shop) => clockFor(time, shop).firstFrom(time.wall)

/** The zone of the file where it is known, otherwise the shop's. */
export const clockFor = ({ zone }: EventTime, shop: Shop) => (zone === null ? null : shop.clockOf(zone)) ?? shop.clock

/** All dates of an event; of one that repeats without an end, or too often, those of the next two years. */
export function datesOf(event: CalendarEvent, shop: Shop, say: Say): EventDate[] {
  const { start, rule, added } = event
  const leftOut = new Set(event.leftOut.map(time => keyOf(time, shop)))
  const daysLeftOut = new Set(event.leftOut.filter(({ isDay }) => isDay).map(({ wall }) => dayOf(wall)))
  const times = [...(rule === null ? [start] : repeated(rule, start, shop, say)), ...added]
  const dates = new Map(times.map(time => [keyOf(time, shop), time]))
  return [...dates]
    .filter(([key, { wall }]) => !leftOut.has(key) && !daysLeftOut.has(dayOf(wall)))
    .map(([key, at]) => ({ key, at, instant: instantOf(at, shop) }))
}

const dayOf = (wall: string) => wall.slice(0, 10)

export const keyOf = (time: EventTime, shop: Shop) => (time.isDay ? time.wall : shop.clock.localOf(instantOf(time, shop)))

function repeated(rule: string, start: EventTime, shop: Shop, say: Say): EventTime[] {
  try {
    const clock = clockFor(start, shop)
    const all = firstOccurrences(rule, start.wall, clock, longestSeries)
    // The start is a date of an event also where its rule does not fall on it.
    if (all.isComplete) return [start, ...timesOf(all, start)]
    say('ruleCut')
    return timesOf(
      occurrencesBetween(rule, start.wall, clock, { from: shop.now - day, to: shop.now + twoYears, limit: longestSeries }),
      start,
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    say('ruleBroken')
    return [start]
  }
}

const timesOf = ({ occurrences }: Occurrences, start: EventTime) => occurrences.map(({ wall }) => ({ ...start, wall: wall.slice(0, 16) }))

/** How long each date of an event lasts: so many days, or so many milliseconds. */
export function lengthOf({ start, end }: CalendarEvent, shop: Shop): { days: number } | { milliseconds: number } | ProblemReason {
  if (start.isDay) {
    const days = end === null ? 1 : 'wall' in end ? daysBetween(start.wall.slice(0, 10), end.wall.slice(0, 10)) : end.days || 1
    return days < 0 ? 'endBeforeStart' : days > longestSeries ? 'tooLong' : { days: days || 1 }
  }
  if (end === null) return 'endMissing'
  const from = instantOf(start, shop)
  const milliseconds = ('wall' in end ? instantOf(end, shop) : endAfter(start, end, shop)) - from
  if (milliseconds < 0) return 'endBeforeStart'
  if (milliseconds === 0) return 'endMissing'
  return milliseconds > longestSeries * day ? 'tooLong' : { milliseconds }
}

const endAfter = (start: EventTime, { days, minutes }: { days: number; minutes: number }, shop: Shop) =>
  clockFor(start, shop).firstFrom(dayAfter(start.wall.slice(0, 10), days) + start.wall.slice(10)) + minutes * 60_000
