import { Temporal } from 'temporal-polyfill'
import { partsOf } from '../recurrence/parts.ts'

export const rhythmUnits = ['week', 'month', 'year'] as const
export type RhythmUnit = (typeof rhythmUnits)[number]
/** As people say it: every three months, on the last day. */
export type Rhythm = Readonly<{ every: number; unit: RhythmUnit; onLastDay: boolean }>

const frequencies = { week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const satisfies Record<RhythmUnit, string>

export const isLastOfMonth = (day: string) => {
  const { day: dayOfMonth, daysInMonth } = Temporal.PlainDate.from(day)
  return dayOfMonth === daysInMonth
}

/** As RFC 5545 writes it. What a month does not have falls on its last day: the 31st of April on the 30th. */
export function ruleOf({ every, unit, onLastDay }: Rhythm, startsOn: string) {
  const { day, month } = Temporal.PlainDate.from(startsOn)
  const lead = `FREQ=${frequencies[unit]};INTERVAL=${every}`
  if (unit === 'week') return lead
  const within = unit === 'year' ? `;BYMONTH=${month}` : ''
  return `${lead}${within};${onLastDay || day === 31 ? 'BYMONTHDAY=-1' : dayOfMonth(day)}`
}

function dayOfMonth(day: number) {
  if (day <= 28) return `BYMONTHDAY=${day}`
  const upToIt = Array.from({ length: day - 27 }, (_, index) => 28 + index)
  return `BYMONTHDAY=${upToIt.join(',')};BYSETPOS=-1`
}

/** How a rule reads; null where nobody would say it so. */
export function rhythmOf(rule: string, startsOn: string): Rhythm | null {
  const parts = partsOf(rule)
  const unit = rhythmUnits.find(one => frequencies[one] === parts.get('FREQ'))
  if (!unit) return null
  const rhythm = { every: Number(parts.get('INTERVAL') ?? 1), unit, onLastDay: parts.get('BYMONTHDAY') === '-1' }
  return ruleOf(rhythm, startsOn) === rule ? rhythm : null
}
