import { proportion, wholeInBasisPoints } from '../money.ts'
import { dayAfter, daysBetween } from '../zone.ts'
import type { Claim } from './claim.ts'
import { dunningLevels, type DunningLevel, type DunningSettings, type NextReminder } from './model.ts'

/** The last reminder because of a document. */
export type Sent = Readonly<{ level: DunningLevel; day: string; payBy: string }>
export type Standing = Readonly<{ sent: Sent | null; pausedUntil: string | null; isStopped: boolean }>

export const daysLate = ({ dueOn }: Pick<Claim, 'dueOn'>, today: string) => Math.max(0, daysBetween(dueOn, today))

export const levelAfter = (sent: Pick<Sent, 'level'> | null): DunningLevel | null =>
  sent === null ? 1 : (dunningLevels.find(level => level > sent.level) ?? null)

const later = (a: string, b: string) => (a > b ? a : b)

/** The first day of a level: never before the time is over that the last letter gave. */
function firstDay({ dueOn }: Claim, sent: Sent | null, days: number) {
  if (sent === null) return dayAfter(dueOn, Math.max(1, days))
  return later(dayAfter(sent.payBy), dayAfter(sent.day, days))
}

/** What comes next, and when. */
export function nextReminder(
  claim: Claim,
  { sent, pausedUntil, isStopped }: Standing,
  settings: DunningSettings,
  today: string,
): NextReminder {
  const level = levelAfter(sent)
  if (isStopped) return { state: 'stopped', level: null, on: null }
  if (level === null) return { state: 'finished', level: null, on: null }
  if (claim.open < settings.minimum) return { state: 'small', level: null, on: null }
  const usual = firstDay(claim, sent, settings.levels[level - 1]!.days)
  if (pausedUntil !== null && pausedUntil >= today) return { state: 'paused', level, on: later(usual, dayAfter(pausedUntil)) }
  if (usual <= today) return { state: 'due', level, on: usual }
  return { state: claim.dueOn < today ? 'waiting' : 'notDue', level, on: usual }
}

/** Whether a letter may go out because of it, today or before its day. */
export const mayRemind = ({ state }: NextReminder) => state === 'due' || state === 'waiting' || state === 'finished'

const yearInDays = 365

/** Simple interest from the day after it was due up to and including this one, by the days of the year (actual/365). */
export const interestOn = (claim: Claim, basisPoints: number, day: string) =>
  proportion(claim.open, basisPoints * daysLate(claim, day), wholeInBasisPoints * yearInDays)

/** Once all were sent, the last one may be sent again. */
export const levelFor = (sent: Pick<Sent, 'level'> | null): DunningLevel => levelAfter(sent) ?? 3

/** What `{name}`, `{amount}` and `{day}` stand for; anything else in braces stays as it was written. */
export const filledIn = (text: string, values: Readonly<Record<'name' | 'amount' | 'day', string>>) =>
  text.replace(/\{(name|amount|day)\}/g, (_mark, key: 'name' | 'amount' | 'day') => values[key])

export const totalOf = ({ items, fee, interest }: Readonly<{ items: readonly { open: number }[]; fee: number; interest: number }>) =>
  items.reduce((sum, { open }) => sum + open, fee + interest)
