import type { Due } from '../../shared/tasks/model.ts'
import { dayAfter, weekdayOf } from '../../shared/zone.ts'

export type SnoozeChoice = 'hour' | 'evening' | 'tomorrow' | 'monday' | 'week'
const evening = '18:00'

/** The usual ways to put something off; `now` is the time on the shop's wall. */
export function snoozeChoices(now: string, withTime: boolean): { name: SnoozeChoice; until: Due }[] {
  const today = now.slice(0, 10)
  const inAnHour = new Date(Date.parse(`${now}:00.000Z`) + 3_600_000).toISOString().slice(0, 16)
  return [
    ...(withTime ? [{ name: 'hour' as const, until: inAnHour }] : []),
    ...(withTime && inAnHour < `${today}T${evening}` ? [{ name: 'evening' as const, until: `${today}T${evening}` }] : []),
    { name: 'tomorrow', until: dayAfter(today) },
    // On a Sunday that is tomorrow.
    ...(weekdayOf(today) === 7 ? [] : [{ name: 'monday' as const, until: dayAfter(today, 8 - weekdayOf(today)) }]),
    { name: 'week', until: dayAfter(today, 7) },
  ]
}
