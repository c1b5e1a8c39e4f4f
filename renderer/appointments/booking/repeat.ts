import { clockIn, dayAfter, weekdayOf } from '../../../shared/zone.ts'

export const repeatUnits = ['day', 'week', 'month'] as const
export type RepeatUnit = (typeof repeatUnits)[number]

export type RepeatDraft = Readonly<{
  every: number
  unit: RepeatUnit
  /** Monday is 1; in weeks only. */
  weekdays: readonly number[]
  ends: 'count' | 'until'
  count: number
  until: string
  /** Starts that are left out. */
  skip: readonly string[]
}>

const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' } satisfies Record<RepeatUnit, string>
const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Those that were not left out. */
export const bookedTimes = <Time extends Readonly<{ start: string }>>({ skip }: RepeatDraft, times: readonly Time[]) =>
  times.filter(({ start }) => !skip.includes(start))

const usualWeeks = 4

/** As often as the client comes, where that is known. */
export const firstRepeat = (day: string, usualDays: number | null): RepeatDraft => ({
  every: usualDays === null ? usualWeeks : Math.max(1, Math.round(usualDays / 7)),
  unit: 'week',
  weekdays: [weekdayOf(day)],
  ends: 'count',
  count: 6,
  until: dayAfter(day, 182),
  skip: [],
})

/** As RFC 5545 writes it: FREQ=WEEKLY;INTERVAL=5;COUNT=6. */
export function ruleOf({ every, unit, weekdays, ends, count, until }: RepeatDraft, zone: string) {
  const days = unit === 'week' && weekdays.length > 0 ? [`BYDAY=${weekdays.map(day => weekdayNames[day - 1]).join(',')}`] : []
  const end = ends === 'count' ? `COUNT=${count}` : `UNTIL=${lastSecondOf(until, zone)}`
  return [`FREQ=${frequencies[unit]}`, `INTERVAL=${every}`, ...days, end].join(';')
}

/** 20261231T225959Z: the last day counts to its end, as the shop's clocks show it. */
function lastSecondOf(day: string, zone: string) {
  const end = clockIn(zone).firstFrom(`${dayAfter(day)}T00:00`) - 1000
  return new Date(end).toISOString().replace(/[-:]|\.\d+/g, '')
}
