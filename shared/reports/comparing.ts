import { dayAfter, daysBetween } from '../zone.ts'
import { beginningOf, nextBeginning, type Days } from './periods.ts'

export const comparisons = ['before', 'yearBefore'] as const
export type Comparison = (typeof comparisons)[number]

/**
 * The days that a period is compared with. Whole months go with as many months before them, anything else with as many days. A
 * period that is not over yet is compared as far as it has come.
 */
export function comparedWith(days: Days, how: Comparison, today: string, weekStart: number): Days {
  const from = shift(days, days.from, how, weekStart)
  const end = how === 'before' ? dayAfter(days.from, -1) : shift(days, days.to, how, weekStart)
  const isRunning = days.from <= today && today < days.to
  const reached = isRunning ? dayAfter(from, daysBetween(days.from, today)) : end
  return { from, to: reached < end ? reached : end }
}

function shift(days: Days, day: string, how: Comparison, weekStart: number) {
  if (how === 'before') return earlier(days, day)
  // The same weekdays, where weeks are looked at: 52 of them.
  return isWholeWeeks(days, weekStart) ? dayAfter(day, -364) : aYearBefore(day)
}

function earlier(days: Days, day: string) {
  const months = wholeMonths(days)
  return months === null ? dayAfter(day, -(daysBetween(days.from, days.to) + 1)) : nextBeginning('month', day, -months)
}

/** How many months the days are exactly; null where they are not. */
export function wholeMonths({ from, to }: Days) {
  const after = dayAfter(to)
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null
  return (Number(after.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(after.slice(5, 7)) - Number(from.slice(5, 7))
}

const isWholeWeeks = (days: Days, weekStart: number) =>
  wholeMonths(days) === null && beginningOf('week', days.from, weekStart) === days.from && (daysBetween(days.from, days.to) + 1) % 7 === 0

/** The 29th of February has the 28th before it. */
function aYearBefore(day: string) {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.slice(5) === '02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`
}
