import { nextWeekday } from './days.ts'
import { weekdayCodes, type Found, type Now } from './rule.ts'

export type Pace = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

export function every(count: number, pace: Pace, { today }: Now): Found | null {
  if (count < 1 || count > 99) return null
  return { repeat: { rule: `FREQ=${pace}${count > 1 ? `;INTERVAL=${count}` : ''}`, day: today } }
}

/** Monday is 1. The first is the next of them, today included. */
export function everyWeekday(weekdays: readonly number[], count: number, { today }: Now): Found | null {
  const named = [...new Set(weekdays)].toSorted((a, b) => a - b)
  if (named.length === 0) return null
  const first = named.map(weekday => nextWeekday(today, weekday, true)).toSorted()[0]!
  const days = named.map(weekday => weekdayCodes[weekday - 1]).join(',')
  return { repeat: { rule: `FREQ=WEEKLY${count > 1 ? `;INTERVAL=${count}` : ''};BYDAY=${days}`, day: first } }
}
