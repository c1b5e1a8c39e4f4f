import { Temporal } from 'temporal-polyfill'
import { dayAfter, weekdayOf } from '../../shared/zone.ts'

export const mondayOf = (day: string) => dayAfter(day, 1 - weekdayOf(day))

/** The whole weeks that a month lies in; `to` excluded. */
export function weeksOfMonth(day: string) {
  const first = Temporal.PlainDate.from(day).with({ day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return { from: mondayOf(first.toString()), to: dayAfter(mondayOf(last.toString()), 7) }
}

/** Of a day that the other month does not have, its last one. */
export const monthLater = (day: string, by: number) => Temporal.PlainDate.from(day).add({ months: by }).toString()

/** `to` excluded. */
export const eachDay = ({ from, to }: Readonly<{ from: string; to: string }>): string[] =>
  from < to ? [from, ...eachDay({ from: dayAfter(from), to })] : []
