import type { ActivityKind, Outcome } from '../activities/model.ts'
import { AppError } from '../errors.ts'
import { dayAfter, weekdayOf } from '../zone.ts'
import { taskOutcomes, type Due, type TaskKind, type TaskOutcome } from './model.ts'

export const dayOf = (due: Due) => due.slice(0, 10)
export const timeOf = (due: Due) => (due.length > 10 ? due.slice(11) : null)
export const hasTime = (due: Due | null): due is Due => due !== null && due.length > 10

/** The same time on another day. */
export const onDay = (due: Due | null, day: string): Due => (hasTime(due) ? `${day}T${timeOf(due)}` : day)

type Standing = Readonly<{ due: Due | null; snoozedUntil: Due | null }>
export const standsAt = ({ due, snoozedUntil }: Standing) => snoozedUntil ?? due

/** `now` is the time on the shop's wall. What is due today without a time is not late before tomorrow. */
export function isOverdue(task: Standing, now: string) {
  const at = standsAt(task)
  return at !== null && at < now && at !== dayOf(now)
}

/** The Sunday that ends a day's week. */
export const endOfWeek = (day: string) => dayAfter(day, 7 - weekdayOf(day))

/** So long before on the wall, whatever the clocks do meanwhile. */
export const minutesBefore = (local: string, minutes: number) =>
  new Date(Date.parse(`${local}:00.000Z`) - minutes * 60_000).toISOString().slice(0, 16)

type Reminded = Standing & Readonly<{ remindMinutes: number | null }>

/** What was put off to a time is asked for at that time; a day alone is told in the morning with all the others. */
export function remindAtOf({ due, snoozedUntil, remindMinutes }: Reminded) {
  if (snoozedUntil !== null) return hasTime(snoozedUntil) ? snoozedUntil : null
  return remindMinutes !== null && hasTime(due) ? minutesBefore(due, remindMinutes) : null
}

export const usualOutcome = (kind: TaskKind): TaskOutcome => taskOutcomes[kind][0]

export function outcomeFor(kind: TaskKind, asked: TaskOutcome | undefined): TaskOutcome {
  const outcome = asked ?? usualOutcome(kind)
  const fitting: readonly TaskOutcome[] = taskOutcomes[kind]
  if (!fitting.includes(outcome)) throw new AppError('invalid', 'outcomeUnfit')
  return outcome
}

type Logged = { kind: ActivityKind; direction: 'out' | null; outcome: Outcome | null }

/** What the timeline says of it: somebody who has no interest was reached all the same. */
export function loggedAs(kind: TaskKind, outcome: TaskOutcome): Logged | null {
  if (kind === 'todo') return null
  const said = {
    reached: 'reached',
    messageLeft: 'messageLeft',
    noAnswer: 'noAnswer',
    held: 'held',
    missed: 'missed',
    cancelled: 'cancelled',
  }
  const reached = kind === 'meeting' ? 'held' : 'reached'
  if (kind === 'email') return { kind, direction: 'out', outcome: null }
  const known = outcome in said ? (said[outcome as keyof typeof said] as Outcome) : reached
  return { kind, direction: kind === 'call' ? 'out' : null, outcome: known }
}
