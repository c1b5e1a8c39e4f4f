import { common, gaps } from '../../shared/appointments/intervals.ts'
import type { Interval } from '../../shared/appointments/diary.ts'
import { openHours, workingHours } from '../../shared/hours/rules.ts'
import type { WeekHours } from '../../shared/hours/model.ts'
import type { Closure } from '../../shared/openings/model.ts'
import type { Absence, Staff } from '../../shared/staff/model.ts'
import { clockIn } from '../../shared/zone.ts'
import { daysOf } from './range.ts'
import { eachDay } from '../ui/month.ts'

/** What decides on which hours of a day anybody can be booked. */
export type Openings = Readonly<{ week: WeekHours; closures: readonly Closure[]; absences: readonly Absence[] }>

/** In minutes since the midnight that begins a day. */
export type Minutes = Readonly<{ from: number; to: number }>

const minute = 60_000
const wholeDay: Minutes = { from: 0, to: 24 * 60 }

/** A calendar draws every day with 24 hours, whatever the clocks do: it reckons as on a wall that never changes. */
const wall = clockIn('UTC')
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`)
const inMinutes = (day: string, intervals: readonly Interval[]) =>
  intervals.map(({ start, end }): Minutes => ({ from: (start - midnight(day)) / minute, to: (end - midnight(day)) / minute }))
const asIntervals = (minutes: readonly Minutes[]) => minutes.map(({ from, to }): Interval => ({ start: from, end: to }))
const asMinutes = (intervals: readonly Interval[]) => intervals.map(({ start, end }): Minutes => ({ from: start, to: end }))

export const openMinutes = ({ week, closures }: Openings, day: string): Minutes[] =>
  inMinutes(day, openHours(week, closures, { first: day, last: day }, wall))

/** All hours that a week has as a rule: what a day on which nobody works is drawn with. */
export const usualMinutes = (openings: Openings, day: string) =>
  eachDay(daysOf('week', day)).flatMap(one => openMinutes({ ...openings, closures: [] }, one))

/** When somebody can be booked on a day: they work, and the shop is open. */
export function workable(person: Staff, openings: Openings, day: string): Minutes[] {
  const own = openings.absences.filter(({ staffId }) => staffId === person.id)
  const works = inMinutes(day, workingHours(person.hours, own, { first: day, last: day }, wall))
  return asMinutes(common(asIntervals(works), asIntervals(openMinutes(openings, day))))
}

/** What is left of a day from midnight to midnight. */
export const without = (worked: readonly Minutes[]): Minutes[] =>
  asMinutes(gaps(asIntervals(worked), { start: wholeDay.from, end: wholeDay.to }))

export const total = (ranges: readonly Minutes[]) => ranges.reduce((sum, { from, to }) => sum + to - from, 0)

const anHour = 60

/** What a calendar of these days has to show: whole hours, from the first that anything happens in to the last. */
export function shownHours(ranges: readonly Minutes[]): Minutes {
  if (ranges.length === 0) return { from: 9 * anHour, to: 18 * anHour }
  const from = Math.min(...ranges.map(range => range.from))
  const to = Math.max(...ranges.map(range => range.to))
  return { from: Math.floor(from / anHour) * anHour, to: Math.ceil(to / anHour) * anHour }
}
