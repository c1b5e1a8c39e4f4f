import type { Clock } from '../zone.ts'
import { dayAfter, weekdayOf } from '../zone.ts'
import { AppError } from '../errors.ts'
import type { Preference } from '../waiting/model.ts'

const minute = 60_000
const hour = 60 * minute

/** The instant of a start, in milliseconds; of a time that comes twice, the first. */
export function instantOfStart(start: string, clock: Clock) {
  if (start.endsWith('Z')) return Date.parse(start)
  const [instant] = clock.instantsOf(start)
  if (instant === undefined) throw new AppError('invalid', 'timeSkipped', { start: start.slice(11) })
  return instant
}

/** The instant from which on a day, a wall time or an instant counts. */
export function instantOfMoment(moment: string, clock: Clock) {
  if (moment.endsWith('Z')) return Date.parse(moment)
  return clock.firstFrom(moment.length === 10 ? `${moment}T00:00` : moment)
}

/** The whole days that an interval touches. */
export function daysOf({ start, end }: { start: number; end: number }, clock: Clock) {
  const days: string[] = []
  for (let day = clock.dayOf(start); day <= clock.dayOf(end - 1); day = dayAfter(day)) days.push(day)
  return days
}

/** Whoever cancels a visit that is near, or has begun, has cancelled late. */
export const isLateCancellation = (startsAt: string, now: Date, hours: number) => now.getTime() > Date.parse(startsAt) - hours * hour

/** The same wall time, `days` and `minutes` later: at nine stays at nine when the clocks change. */
export function shifted(local: string, { days, minutes }: Shift) {
  const at = new Date(Date.parse(`${local}:00.000Z`) + (days * 24 * 60 + minutes) * minute)
  return at.toISOString().slice(0, 16)
}

export type Shift = Readonly<{ days: number; minutes: number }>

/** From one wall time to another. */
export function shiftBetween(from: string, to: string): Shift {
  const minutes = (Date.parse(`${to}:00.000Z`) - Date.parse(`${from}:00.000Z`)) / minute
  const days = Math.floor(minutes / (24 * 60))
  return { days, minutes: minutes - days * 24 * 60 }
}

type Suits = Readonly<{ preferences: readonly Preference[]; firstDay: string | null; lastDay: string | null }>

/** Whether a time suits whoever waits: on one of their weekdays, wholly between their times, within their days. */
export function suits({ preferences, firstDay, lastDay }: Suits, start: string, end: string) {
  const day = start.slice(0, 10)
  if (firstDay !== null && day < firstDay) return false
  if (lastDay !== null && day > lastDay) return false
  return preferences.length === 0 || preferences.some(preference => isWithin(preference, start, end))
}

function isWithin({ weekdays, from, to }: Preference, start: string, end: string) {
  if (weekdays.length > 0 && !weekdays.includes(weekdayOf(start.slice(0, 10)))) return false
  if (from !== null && start.slice(11) < from) return false
  return to === null || (end.slice(0, 10) === start.slice(0, 10) && end.slice(11) <= to)
}

/** The commonest first, of equals the one that came first; null is nobody's favourite. */
export function favourites(values: Iterable<number | null>): number[] {
  const counts = new Map<number, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value)
}
