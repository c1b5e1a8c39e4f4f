import { clockIn } from '../zone.ts'
import type { Keep } from './model.ts'

export type Dated = Readonly<{ id: string; madeAt: string; number: number; isVerified: boolean }>

/** Those that are no longer needed, of the backups in one place. What has not proved itself does not count, and is left alone. */
export function superfluous(backups: readonly Dated[], keep: Keep, now: Date, zone: string): string[] {
  const clock = clockIn(zone)
  const today = clock.dayOf(now.getTime())
  const newestFirst = backups.filter(({ isVerified }) => isVerified).toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt))
  // A clock that was set back makes what is newest look old: the count does not go back.
  const latest = newestFirst.toSorted((a, b) => b.number - a.number).slice(0, 1)
  const kept = new Set([...newestFirst.slice(0, 1), ...latest].map(({ id }) => id))
  const taken = new Set<string>()
  for (const { id, madeAt } of newestFirst) {
    const day = clock.dayOf(Date.parse(madeAt))
    const spans = spansOf(day, today, keep)
    if (day >= today || spans.some(span => !taken.has(span))) kept.add(id)
    spans.forEach(span => taken.add(span))
  }
  return newestFirst.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

/** The days, weeks and months of which a day may be the last one: of each, one backup is kept. */
function spansOf(day: string, today: string, { days, weeks, months }: Keep) {
  return [
    ...(ageInDays(day, today) <= days ? [day] : []),
    ...(weekNumber(today) - weekNumber(day) <= weeks ? [`week ${weekNumber(day)}`] : []),
    ...(monthNumber(today) - monthNumber(day) <= months ? [`month ${monthNumber(day)}`] : []),
  ]
}

const dayNumber = (day: string) => Math.floor(Date.parse(day) / 86_400_000)
const ageInDays = (day: string, today: string) => dayNumber(today) - dayNumber(day)
/** The 5th of January 1970 was a Monday. */
const weekNumber = (day: string) => Math.floor((dayNumber(day) - 4) / 7)
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
