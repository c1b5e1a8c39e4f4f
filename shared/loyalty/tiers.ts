import { Temporal } from 'temporal-polyfill'
import type { Terms, TierLevel } from './model.ts'

/** What counts for a tier on a day: points that were earned, or what was paid; less than nothing where it was taken back. */
export type Gain = Readonly<{ day: string; amount: number }>
export type Tiers = NonNullable<Terms['tiers']>
type Window = Pick<Tiers, 'window' | 'graceMonths'>

export type Standing = Readonly<{
  level: TierLevel | null
  /** The last day on which it holds if nothing more comes; null without a tier. */
  until: string | null
  /** What counts today. */
  gathered: number
  /** What is missing to the next tier, and the last day on which all of it counts that does today. */
  next: Readonly<{ level: TierLevel; missing: number; by: string }> | null
}>

const yearInMonths = 12
const date = (day: string) => Temporal.PlainDate.from(day)

/** Of a hundred thousand members, each day is counted from once. */
const remembered = (work: (day: string) => string) => {
  const known = new Map<string, string>()
  return (day: string) => {
    const found = known.get(day) ?? work(day)
    if (known.size > 10_000) known.clear()
    known.set(day, found)
    return found
  }
}
const yearBefore = remembered(day => date(day).subtract({ months: yearInMonths }).add({ days: 1 }).toString())
const yearAfter = remembered(day => date(day).add({ months: yearInMonths }).subtract({ days: 1 }).toString())

/** The first day that counts on a day: of the calendar year, or of the twelve months that end with it. */
const countsFrom = ({ window }: Window, day: string) => (window === 'year' ? `${day.slice(0, 4)}-01-01` : yearBefore(day))

/** The last day on which what was gained on a day counts. */
const countsUntil = ({ window }: Window, day: string) => (window === 'year' ? `${day.slice(0, 4)}-12-31` : yearAfter(day))

const graceBefore = ({ graceMonths }: Window, day: string) => date(day).subtract({ months: graceMonths }).toString()

/** The first day that matters on a day: whoever had a tier then keeps it for the time of grace. */
export const mattersFrom = (tiers: Window, day: string) => countsFrom(tiers, graceBefore(tiers, day))

/** What counts on each of these days, which stand in their order. */
function gatheredOn(tiers: Window, gains: readonly Gain[], days: readonly string[]) {
  const inOrder = gains.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
  let [first, end, sum] = [0, 0, 0]
  return days.map(day => {
    const from = countsFrom(tiers, day)
    for (; end < inOrder.length && inOrder[end]!.day <= day; end++) sum += inOrder[end]!.amount
    for (; first < end && inOrder[first]!.day < from; first++) sum -= inOrder[first]!.amount
    return sum
  })
}

/** The highest tier for so much; levels stand in their order. */
export const levelFor = ({ levels }: Pick<Tiers, 'levels'>, gathered: number) => levels.findLast(({ from }) => gathered >= from) ?? null

/**
 * The tier of a day: the highest that was reached on it, or within the time of grace before. What counts rises with a gain and falls
 * with time, so that the days of gains and the first of these days are enough to look at.
 */
export function tierOn(tiers: Tiers, gains: readonly Gain[], today: string) {
  const since = graceBefore(tiers, today)
  const between = gains.map(({ day }) => day).filter(day => day > since && day < today)
  return levelFor(tiers, Math.max(...gatheredOn(tiers, gains, [since, ...between.sort(), today])))
}

export function standingOn(tiers: Tiers, gains: readonly Gain[], today: string): Standing {
  const known = gains.filter(({ day }) => day <= today)
  const level = tierOn(tiers, known, today)
  const gathered = gatheredOn(tiers, known, [today])[0]!
  return { level, gathered, until: level && untilOf(tiers, known, level, today), next: nextAfter(tiers, known, { level, gathered, today }) }
}

type Now = Readonly<{ level: TierLevel | null; gathered: number; today: string }>

function nextAfter(tiers: Tiers, gains: readonly Gain[], { level, gathered, today }: Now): Standing['next'] {
  const next = tiers.levels[level === null ? 0 : tiers.levels.indexOf(level) + 1]
  if (!next) return null
  const from = countsFrom(tiers, today)
  const [first = today] = gains.flatMap(({ day, amount }) => (amount > 0 && day >= from ? [day] : [])).sort()
  return { level: next, missing: Math.max(0, next.from - gathered), by: countsUntil(tiers, first) }
}

/** The last day on which enough counts for it, and the time of grace after that. */
function untilOf(tiers: Tiers, gains: readonly Gain[], { from }: TierLevel, today: string) {
  const days = [today, ...gains.flatMap(({ day }) => [dayBefore(day), day, countsUntil(tiers, day)])].sort()
  const enough = gatheredOn(tiers, gains, days)
  const last = days.findLast((_day, place) => enough[place]! >= from) ?? today
  return date(last).add({ months: tiers.graceMonths }).toString()
}

const dayBefore = (day: string) => date(day).subtract({ days: 1 }).toString()
