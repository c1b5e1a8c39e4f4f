import { dayAfter, weekdayOf, type Clock } from '../zone.ts'
import { beginningOf, daysOf, nextBeginning, type Days } from '../reports/periods.ts'
import type { Rhythm } from './model.ts'

const minute = 60_000

/** The last day up to this one on which it is due. */
function dueUpTo(rhythm: Rhythm, day: string): string {
  if (rhythm.every === 'day') return day
  if (rhythm.every === 'week') return dayAfter(day, -((weekdayOf(day) - rhythm.on + 7) % 7))
  const inMonth = dueInMonth(rhythm.on, day)
  return inMonth <= day ? inMonth : dueInMonth(rhythm.on, dayAfter(beginningOf('month', day, 1), -1))
}

function dueInMonth(on: number, day: string) {
  const first = beginningOf('month', day, 1)
  const [wanted, last] = [dayAfter(first, on - 1), dayAfter(nextBeginning('month', first), -1)]
  return wanted < last ? wanted : last
}

const momentOf = (rhythm: Rhythm, day: string, clock: Clock) => clock.reaching(`${day}T${rhythm.at}`)

/** The day on which it was due the last time, by now. */
export function lastDue(rhythm: Rhythm, now: number, clock: Clock): string {
  const day = dueUpTo(rhythm, clock.dayOf(now))
  return momentOf(rhythm, day, clock) <= now ? day : dueUpTo(rhythm, dayAfter(day, -1))
}

/** The first day on which it will be due after now. */
export function nextDue(rhythm: Rhythm, now: number, clock: Clock): string {
  const last = lastDue(rhythm, now, clock)
  for (let day = dayAfter(last); ; day = dayAfter(day)) if (dueUpTo(rhythm, day) === day) return day
}

type Course = Readonly<{ rhythm: Rhythm; /** What was due before is not made up for. */ since: string; doneOn: string | null }>

/**
 * The day whose export is waited for; null where none is. After days on which the app was closed it is the last one alone, and what was
 * done once is not done again, whatever becomes of the zone or the time.
 */
export function waitedFor({ rhythm, since, doneOn }: Course, now: number, clock: Clock): string | null {
  const day = lastDue(rhythm, now, clock)
  const isNew = momentOf(rhythm, day, clock) > Date.parse(since)
  return isNew && (doneOn === null || day > doneOn) ? day : null
}

/** What a report of that day is about: the day, the week or the month before. */
export function periodBefore({ every }: Rhythm, day: string, weekStart: number): Days {
  const presets = { day: 'yesterday', week: 'lastWeek', month: 'lastMonth' } as const
  return daysOf(presets[every], day, weekStart)
}

/** For the name of the file: `2026-10`, `2026-11-27`, `2026-11-16 2026-11-22`. */
export function periodText({ every }: Rhythm, { from, to }: Days) {
  if (every === 'month') return from.slice(0, 7)
  return every === 'day' ? from : `${from} ${to}`
}

/** What failed is tried again soon, then less and less often, every hour at last. */
export const mayTryAgain = ({ triedAt, attempts }: Readonly<{ triedAt: string; attempts: number }>, now: number) =>
  now - Date.parse(triedAt) >= Math.min(60, 2 ** Math.min(attempts, 6)) * minute
