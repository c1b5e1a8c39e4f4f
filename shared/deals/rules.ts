import { proportion, wholeInBasisPoints } from '../money.ts'
import { dayAfter } from '../zone.ts'
import type { Stale } from './model.ts'
import type { Stage } from './pipeline.ts'

const dayInMilliseconds = 86_400_000

type Moving = Readonly<{ touchedAt: string; nextStepOn: string | null; closedAt: string | null }>

/** A next step that is due has to be taken before the day is over; without any, nothing may have happened for too long. */
export function staleness(deal: Moving, { staleDays }: Pick<Stage, 'staleDays'>, now: Date, today: string): Stale {
  if (deal.closedAt !== null) return null
  if (deal.nextStepOn !== null && deal.nextStepOn < today) return 'overdue'
  // Somebody has promised the next step for a day to come: until then it may rest.
  if (deal.nextStepOn !== null || staleDays === null) return null
  return deal.touchedAt <= quietSince({ staleDays }, now)! ? 'quiet' : null
}

/** Where nothing has happened since this moment, it is quiet; null where a stage may rest for ever. */
export const quietSince = ({ staleDays }: Pick<Stage, 'staleDays'>, now: Date) =>
  staleDays === null ? null : new Date(now.getTime() - staleDays * dayInMilliseconds).toISOString()

/** What a deal is likely to bring. */
export const weightedBy = (value: number | null, { probability }: Pick<Stage, 'probability'>) =>
  proportion(value ?? 0, probability, wholeInBasisPoints)

const yearsAhead = 3

/** Those of the days that are hardly meant: over already, or years away. */
export const oddDays = (days: readonly (string | null | undefined)[], today: string) =>
  days.filter(day => typeof day === 'string' && (day < today || day > dayAfter(today, yearsAhead * 366)))

/** What the wanted things come to, where each has a price. */
export function sumOfWanted(wanted: readonly Readonly<{ quantity: number; price: number | null }>[]) {
  if (wanted.length === 0 || wanted.some(({ price }) => price === null)) return null
  return wanted.reduce((sum, { quantity, price }) => sum + proportion(price ?? 0, quantity, 1000), 0)
}
