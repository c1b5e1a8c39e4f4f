import { Temporal } from 'temporal-polyfill'

/** The first day of the business year in which a day lies. */
export function yearOf(day: string, begins: number) {
  const date = Temporal.PlainDate.from(day)
  return Temporal.PlainDate.from({ year: date.month >= begins ? date.year : date.year - 1, month: begins, day: 1 }).toString()
}

/** A period cut where months end: what is booked is handed over month by month. */
export function monthsIn(from: string, to: string): { from: string; to: string }[] {
  const months = []
  for (let first = Temporal.PlainDate.from(from); first.toString() <= to; first = first.with({ day: 1 }).add({ months: 1 })) {
    const last = first.with({ day: first.daysInMonth }).toString()
    months.push({ from: first.toString(), to: last < to ? last : to })
  }
  return months
}
