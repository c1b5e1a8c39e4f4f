import { AppError } from '../errors.ts'
import { partsOf } from '../recurrence/parts.ts'
import { firstOccurrences } from '../recurrence/rules.ts'
import type { Clock } from '../zone.ts'
import type { Due, Repeats } from './model.ts'
import { dayOf, hasTime } from './rules.ts'

/** A rule that has said its last is over: null. */
export type Next = Readonly<{ rule: string; due: Due }> | null

const atOnce = 64
/** So often it goes on looking: some 17 years of days. */
const patience = 100
const paces = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']

/** Refuses what no calendar of tasks can follow: a wrong rule, one that never comes, or one that comes by the hour. */
export function refuseUnfitRule({ rule }: Repeats, due: Due | null, clock: Clock) {
  if (due === null) throw new AppError('invalid', 'repeatWithoutDay')
  if (!paces.includes(partsOf(rule).get('FREQ')!)) throw new AppError('invalid', 'repeatTooOften')
  firstOccurrences(rule, wallOf(due), clock, 1)
}

type Done = Readonly<{ due: Due; repeats: Repeats; doneOn: string; clock: Clock }>

/**
 * When the next one is due. By the calendar: the first that comes after this one and not before the day on which it was done, so
 * that nobody is asked for what is past already. From when it was done: counted from that day. Only the next one ever exists,
 * so a rule may go on for ever.
 */
export function nextAfter({ due, repeats: { rule, from }, doneOn, clock }: Done): Next {
  const start = from === 'done' ? wallOf(hasTime(due) ? `${doneOn}T${due.slice(11)}` : doneOn) : wallOf(due)
  const found = follow(rule, start, doneOn, clock)
  return found && { rule: found.rule, due: hasTime(due) ? found.wall : dayOf(found.wall) }
}

/** Each next one carries what is left of the rule, and needs nothing of those before it. */
function follow(rule: string, start: string, notBefore: string, clock: Clock) {
  let from = { rule, start }
  for (let turn = 0; turn < patience; turn++) {
    const walls = wallsOf(from, clock)
    // What does not fit its own rule counts as one all the same.
    const self = walls[0] === from.start ? 0 : 1
    const index = walls.findIndex(wall => wall > from.start && dayOf(wall) >= notBefore)
    const rest = withoutFirst(from.rule, (index < 0 ? walls.length - 1 : index) + self)
    if (rest === null || (index < 0 && walls.length < atOnce)) return null
    if (index >= 0) return { rule: rest, wall: walls[index]! }
    from = { rule: rest, start: walls.at(-1)! }
  }
  return null
}

function wallsOf({ rule, start }: { rule: string; start: string }, clock: Clock) {
  try {
    return firstOccurrences(rule, start, clock, atOnce).occurrences.map(({ wall }) => wall.slice(0, 16))
  } catch (error) {
    // The last day of the rule lies before the day from which it counts.
    if (error instanceof AppError && error.failure.reason === 'ruleEmpty') return []
    throw error
  }
}

/** What is left of it after so many; null where that is nothing. */
function withoutFirst(rule: string, gone: number) {
  const parts = partsOf(rule)
  const count = parts.get('COUNT')
  if (count === undefined) return rule
  const left = Number(count) - gone
  return left < 1 ? null : [...parts].map(([name, value]) => `${name}=${name === 'COUNT' ? left : value}`).join(';')
}

const wallOf = (due: Due) => (hasTime(due) ? due : `${due}T00:00`)
