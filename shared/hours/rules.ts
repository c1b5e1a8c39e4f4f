import type { Interval } from '../appointments/diary.ts'
import { joined } from '../appointments/intervals.ts'
import type { Absence } from '../staff/model.ts'
import { dayAfter, daysBetween, minutesOf, weekdayOf, type Clock } from '../zone.ts'
import type { DayHours, RotatingHours, TimeRange, WeekHours } from './model.ts'
import { dayMinutes } from './week.ts'

type Span = Readonly<{ firstDay: string; lastDay: string; hours: DayHours }>
/** Days on the calendar, both included. */
export type Days = Readonly<{ first: string; last: string }>

/** When somebody works on these days: on those of an absence its hours, otherwise those of their week. */
export const workingHours = (hours: RotatingHours, absences: readonly Span[], days: Days, clock: Clock) =>
  hoursOn(days, absences, day => rotating(hours, day), clock)

/** When the shop is open on these days: on those of a closure its hours, otherwise those of the ordinary week. */
export const openHours = (week: WeekHours, closures: readonly Span[], days: Days, clock: Clock) =>
  hoursOn(days, closures, day => week[weekdayOf(day) - 1]!, clock)

/** The days on which somebody is away for a reason; working at other hours than usual is none. */
export function daysAway(absences: readonly Absence[], { first, last }: Days, clock: Clock): Interval[] {
  const away = absences.filter(({ reason, firstDay, lastDay }) => reason !== 'otherHours' && firstDay <= last && first <= lastDay)
  return joined(
    away.map(({ firstDay, lastDay }) => ({
      start: clock.startOf(firstDay < first ? first : firstDay),
      end: clock.startOf(dayAfter(lastDay > last ? last : lastDay)),
    })),
  )
}

function hoursOn({ first, last }: Days, spans: readonly Span[], usual: (day: string) => DayHours, clock: Clock): Interval[] {
  const result: Interval[] = []
  for (let day = first; day <= last; day = dayAfter(day))
    for (const { from, to } of hoursOf(day, spans, usual)) result.push({ start: at(day, from, clock), end: at(day, to, clock) })
  return joined(result)
}

function hoursOf(day: string, spans: readonly Span[], usual: (day: string) => DayHours): DayHours {
  const instead = spans.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  return instead.length === 0 ? usual(day) : inAll(instead.map(({ hours }) => hours))
}

type Person = Readonly<{ hours: RotatingHours; absences: readonly Span[] }>
type Openings = Readonly<{ week: WeekHours; closures: readonly Span[] }>

/** How many minutes of a day somebody works while the shop is open, as both are written: quick enough for years of days. */
export function minutesAtWork(day: string, { hours, absences }: Person, { week, closures }: Openings) {
  const working = hoursOf(day, absences, day => rotating(hours, day))
  const open = hoursOf(day, closures, day => week[weekdayOf(day) - 1]!)
  return dayMinutes(inAll([working, open]))
}

/** Of a day with two absences or closures, only the hours that both leave. */
const inAll = ([first, ...others]: readonly DayHours[]): DayHours =>
  others.reduce<DayHours>((hours, other) => hours.flatMap(range => other.flatMap(limit => inBoth(range, limit))), first!)

function inBoth(one: TimeRange, other: TimeRange): DayHours {
  const range = { from: one.from > other.from ? one.from : other.from, to: one.to < other.to ? one.to : other.to }
  return range.from < range.to ? [range] : []
}

function rotating({ weeks, from }: RotatingHours, day: string): DayHours {
  const passed = Math.floor((daysBetween(from, day) + weekdayOf(from) - 1) / 7)
  const turn = ((passed % weeks.length) + weeks.length) % weeks.length
  return weeks[turn]![weekdayOf(day) - 1]!
}

const at = (day: string, time: string, clock: Clock) =>
  minutesOf(time) === 24 * 60 ? clock.startOf(dayAfter(day)) : clock.reaching(`${day}T${time}`)
