import { RRuleTemporal } from 'rrule-temporal'
import { AppError } from '../errors.ts'
import type { Clock } from '../zone.ts'
import { isEndless, partsOf, untilIn, type Parts } from './parts.ts'

/** `wall` is what the rule says, to the second; where the clocks skip that, `instant` is what is left of it. */
export type Occurrence = Readonly<{ wall: string; instant: number }>
/** `isComplete` unless the rule goes on: endlessly, beyond the limit, or so rarely that nobody looks further. */
export type Occurrences = Readonly<{ occurrences: readonly Occurrence[]; isComplete: boolean }>

/** What one visit may become at most. */
export const longestSeries = 366

/** How far a rule is followed where nothing comes of it: about as many steps as days in 27 years. */
const patience = { maxIterations: 10_000, maxCandidateEvaluations: 20_000 }

/** For a series that is booked: all of it. */
export function occurrencesOf(rule: string, start: string, clock: Clock): readonly Occurrence[] {
  if (isEndless(partsOf(rule))) throw new AppError('invalid', 'ruleEndless')
  const { occurrences, isComplete } = firstOccurrences(rule, start, clock, longestSeries)
  if (!isComplete) throw new AppError('invalid', 'ruleTooLong', { maximum: longestSeries })
  return occurrences
}

/** The first of them, `limit` at most. Refused where there are none. */
export function firstOccurrences(rule: string, start: string, clock: Clock, limit: number): Occurrences {
  const parts = partsOf(rule)
  const walls: number[] = []
  const isFollowed = follow(() => void parsed(parts, start, clock).all(({ epochMilliseconds }) => walls.push(epochMilliseconds) <= limit))
  return found(walls, clock, limit, isFollowed)
}

/** Those from one instant to another, `limit` at most; however long ago the rule began. None is no failure. */
export function occurrencesBetween(
  rule: string,
  start: string,
  clock: Clock,
  time: { from: number; to: number; limit: number },
): Occurrences {
  const [from, to] = [time.from, time.to].map(instant => wallAsUtc(clock.localOf(instant)))
  const walls: number[] = []
  const parts = partsOf(rule)
  const isFollowed = follow(() => {
    const between = parsed(parts, start, clock).between(new Date(from!), new Date(to!), true)
    walls.push(...between.map(({ epochMilliseconds }) => epochMilliseconds))
  })
  return { ...occurrencesAt(walls.slice(0, time.limit), clock), isComplete: isFollowed && walls.length <= time.limit }
}

/**
 * The rule on the wall alone, as if it were that of Greenwich, where no hour is skipped or comes twice: whatever the clocks do,
 * nine o'clock stays nine o'clock.
 */
function parsed(parts: Parts, start: string, clock: Clock) {
  const rule = [...parts].map(([name, value]) => `${name}=${name === 'UNTIL' ? lastWall(value, clock) : value}`).join(';')
  try {
    return new RRuleTemporal({ rruleString: `DTSTART:${basic(`${start}:00`)}Z\nRRULE:${rule}`, strict: true, cache: false, ...patience })
  } catch (cause) {
    throw new AppError('invalid', 'ruleInvalid', {}, { cause })
  }
}

function lastWall(text: string, clock: Clock) {
  const { wall, isInGreenwich } = untilIn(text)!
  return `${basic(isInGreenwich ? wallOf(Date.parse(`${wall}Z`), clock) : wall)}Z`
}

const basic = (wall: string) => wall.replaceAll(/[-:]/g, '')

/** False where it gave up before the end of the rule. */
function follow(work: () => void) {
  try {
    work()
    return true
  } catch (error) {
    // Its patience was over, or time itself: Temporal ends with the year 275760.
    if (error instanceof RangeError || (error instanceof Error && error.message.startsWith('Maximum '))) return false
    throw error
  }
}

function found(walls: readonly number[], clock: Clock, limit: number, isFollowed: boolean): Occurrences {
  const { occurrences } = occurrencesAt(walls.slice(0, limit), clock)
  if (occurrences.length === 0) throw new AppError('invalid', 'ruleEmpty')
  return { occurrences, isComplete: isFollowed && walls.length <= limit }
}

const lastYear = Date.parse('9999-12-31T23:59:59Z')

function occurrencesAt(walls: readonly number[], clock: Clock): { occurrences: readonly Occurrence[] } {
  const occurrences = walls.filter(wall => wall <= lastYear).map(asUtc => occurrenceAt(new Date(asUtc).toISOString().slice(0, 19), clock))
  const byInstant = new Map(occurrences.map(occurrence => [occurrence.instant, occurrence]))
  return { occurrences: [...byInstant.values()].sort((a, b) => a.instant - b.instant) }
}

const occurrenceAt = (wall: string, clock: Clock): Occurrence => ({
  wall,
  instant: clock.firstFrom(wall.slice(0, 16)) + Number(wall.slice(17)) * 1000,
})

const wallAsUtc = (local: string) => Date.parse(`${local}:00Z`)

/** `2026-10-13T09:00:00` */
const wallOf = (instant: number, clock: Clock) => new Date(instant + offsetAt(instant, clock)).toISOString().slice(0, 19)

const offsetAt = (instant: number, clock: Clock) => wallAsUtc(clock.localOf(instant)) - Math.floor(instant / 60_000) * 60_000

/** `2026-10-13T09:00:00+01:00` */
export function withOffset(instant: number, clock: Clock) {
  const minutes = offsetAt(instant, clock) / 60_000
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map(part => String(part).padStart(2, '0'))
  return `${wallOf(instant, clock)}${minutes < 0 ? '-' : '+'}${hour}:${minute}`
}
