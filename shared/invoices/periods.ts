import { Temporal } from 'temporal-polyfill'

/** How many months each has, and how many of them ago it was. */
const shapes = {
  thisMonth: { months: 1, ago: 0 },
  lastMonth: { months: 1, ago: 1 },
  thisQuarter: { months: 3, ago: 0 },
  lastQuarter: { months: 3, ago: 1 },
  thisYear: { months: 12, ago: 0 },
  lastYear: { months: 12, ago: 1 },
} as const
export type Period = keyof typeof shapes
export const periods = Object.keys(shapes) as Period[]

/** Its first and its last day. */
export function daysOf(period: Period, today: string): { from: string; to: string } {
  const { months, ago } = shapes[period]
  const day = Temporal.PlainDate.from(today)
  const current = day.with({ day: 1, month: Math.floor((day.month - 1) / months) * months + 1 })
  const from = current.subtract({ months: months * ago })
  return { from: from.toString(), to: from.add({ months }).subtract({ days: 1 }).toString() }
}

export const periodOf = (days: { from: string | null; to: string | null }, today: string) =>
  periods.find(period => {
    const { from, to } = daysOf(period, today)
    return from === days.from && to === days.to
  })
