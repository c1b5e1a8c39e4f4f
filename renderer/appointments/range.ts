import { dayAfter } from '../../shared/zone.ts'
import { mondayOf, monthLater, weeksOfMonth } from '../ui/month.ts'

export const calendarViews = ['day', 'week', 'month', 'list'] as const
export type CalendarView = (typeof calendarViews)[number]

/** `to` excluded. */
export type Days = Readonly<{ from: string; to: string }>

/** The days that a view shows: of a month, whole weeks. */
export function daysOf(view: CalendarView, day: string): Days {
  if (view === 'day') return { from: day, to: dayAfter(day) }
  return view === 'month' ? weeksOfMonth(day) : { from: mondayOf(day), to: dayAfter(mondayOf(day), 7) }
}

/** The day to look at after a step forward (1) or back (-1). */
export function stepped(view: CalendarView, day: string, by: 1 | -1) {
  if (view === 'day') return dayAfter(day, by)
  return view === 'month' ? monthLater(day, by) : dayAfter(day, 7 * by)
}
