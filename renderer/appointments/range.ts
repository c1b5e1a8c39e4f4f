import { Temporal } from 'temporal-polyfill'
import { dayAfter, weekdayOf } from '../../shared/zone.ts'

export const calendarViews = ['day', 'week', 'month', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

/** `to` excluded. */
export type Days = Readonly<{ from: string; to: string }>

const mondayOf = (day: string) => dayAfter(day, 1 - weekdayOf(day))

/** The days that a view shows: of a month, whole weeks. */
export function daysOf(view: CalendarView, day: string): Days {
  if (view === 'day') return { from: day, to: dayAfter(day) }
  if (view !== 'month') return { from: mondayOf(day), to: dayAfter(mondayOf(day), 7) }
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return { from: mondayOf(first.toString()), to: dayAfter(mondayOf(last.toString()), 7) }
}

/** The day to look at after a step forward (1) or back (-1). */
export function stepped(view: CalendarView, day: string, by: 1 | -1) {
  if (view === 'day') return dayAfter(day, by)
  if (view !== 'month') return dayAfter(day, 7 * by)
  return Temporal.PlainDate.from(day).add({ months: by }).toString()
}

export const eachDay = ({ from, to }: Days): string[] => (from < to ? [from, ...eachDay({ from: dayAfter(from), to })] : [])
