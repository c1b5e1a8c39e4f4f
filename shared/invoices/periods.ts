import { daysOf as daysOfPreset, type Days, type Preset } from '../reports/periods.ts'

/** Those by which the books are looked at, of all that have a name. */
export const periods = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear'] as const satisfies readonly Preset[]
export type Period = (typeof periods)[number]

const monday = 1

/** Its first and its last day. */
export const daysOf = (period: Period, today: string): Days => daysOfPreset(period, today, monday)

export const periodOf = (days: { from: string | null; to: string | null }, today: string) =>
  periods.find(period => {
    const { from, to } = daysOf(period, today)
    return from === days.from && to === days.to
  })
