import { dayAfter, daysBetween, weekdayOf } from '../zone.ts'

/** Days on the calendar of the shop, both included. */
export type Days = Readonly<{ from: string; to: string }>

export const spans = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Span = (typeof spans)[number]

export const presets = [
  ...['today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'],
  ...['last7Days', 'last30Days', 'last90Days', 'last12Months'],
] as const
export type Preset = (typeof presets)[number]

/** Where weeks begin on another day than Monday (CLDR), by the country of the shop: 7 is Sunday, 6 Saturday. */
const sundays = new Set('AU BR CA CO HK IL IN JP KR MX MY PE PH SG TH TW US ZA'.split(' '))
const saturdays = new Set('AE BH DZ EG IQ IR JO KW LY OM QA SY'.split(' '))
export const weekStartOf = (country: string) => (sundays.has(country) ? 7 : saturdays.has(country) ? 6 : 1)

const parts = (day: string) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) })
const text = (year: number, month: number) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** The first day of the month so many months later. */
const firstOfMonth = (day: string, later = 0) => {
  const { year, month } = parts(day)
  const months = year * 12 + month - 1 + later
  return `${text(Math.floor(months / 12), (months % 12) + 1)}-01`
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** The first day of the week, month ... that a day lies in. */
export function beginningOf(span: Span, day: string, weekStart: number) {
  if (span === 'day') return day
  if (span === 'week') return dayAfter(day, -((weekdayOf(day) - weekStart + 7) % 7))
  const length = monthsOf[span]
  return firstOfMonth(day, -((parts(day).month - 1) % length))
}

/** The first day of the one after. */
export function nextBeginning(span: Span, beginning: string, steps = 1) {
  if (span === 'day') return dayAfter(beginning, steps)
  return span === 'week' ? dayAfter(beginning, 7 * steps) : firstOfMonth(beginning, monthsOf[span] * steps)
}

const whole = (span: Span, day: string, weekStart: number, ago = 0): Days => {
  const from = nextBeginning(span, beginningOf(span, day, weekStart), -ago)
  return { from, to: dayAfter(nextBeginning(span, from), -1) }
}

/** What a name for a period means on a day. */
export function daysOf(preset: Preset, today: string, weekStart: number): Days {
  const meanings: Record<Preset, () => Days> = {
    today: () => whole('day', today, weekStart),
    yesterday: () => whole('day', today, weekStart, 1),
    thisWeek: () => whole('week', today, weekStart),
    lastWeek: () => whole('week', today, weekStart, 1),
    thisMonth: () => whole('month', today, weekStart),
    lastMonth: () => whole('month', today, weekStart, 1),
    thisQuarter: () => whole('quarter', today, weekStart),
    lastQuarter: () => whole('quarter', today, weekStart, 1),
    thisYear: () => whole('year', today, weekStart),
    lastYear: () => whole('year', today, weekStart, 1),
    last7Days: () => ({ from: dayAfter(today, -6), to: today }),
    last30Days: () => ({ from: dayAfter(today, -29), to: today }),
    last90Days: () => ({ from: dayAfter(today, -89), to: today }),
    // Whole months, so that none of them is cut: the one that runs and the eleven before.
    last12Months: () => ({ from: firstOfMonth(today, -11), to: whole('month', today, weekStart).to }),
  }
  return meanings[preset]()
}

/** A part of a period; `key` is the first day of the whole week, month ..., the first and the last of them may be cut. */
export type Bucket = Days & Readonly<{ key: string }>

export function* bucketsOf({ from, to }: Days, span: Span, weekStart: number): Generator<Bucket, void, undefined> {
  for (let key = beginningOf(span, from, weekStart); key <= to; key = nextBeginning(span, key)) {
    const last = dayAfter(nextBeginning(span, key), -1)
    yield { key, from: key < from ? from : key, to: last > to ? to : last }
  }
}

/** How many there are at most: a guard before they are made. */
const shortest = { day: 1, week: 7, month: 28, quarter: 90, year: 365 } satisfies Record<Span, number>
export const mostBuckets = ({ from, to }: Days, span: Span) => Math.ceil((daysBetween(from, to) + 1) / shortest[span]) + 1

/** The days as few names as can be: `2026-10` for a whole month, `2026-11-28` for a day. Sums are kept under both. */
export function* coverOf({ from, to }: Days): Generator<string, void, undefined> {
  for (let day = from; day <= to;) {
    const next = nextBeginning('month', beginningOf('month', day, 1))
    const isWhole = day.endsWith('-01') && dayAfter(next, -1) <= to
    yield isWhole ? day.slice(0, 7) : day
    day = isWhole ? next : dayAfter(day)
  }
}

/** How a period is best divided: into a few dozen parts at most. */
export function spanFor({ from, to }: Days): Span {
  const days = daysBetween(from, to) + 1
  if (days <= 31) return 'day'
  if (days <= 182) return 'week'
  return days <= 3 * 366 ? 'month' : 'year'
}
