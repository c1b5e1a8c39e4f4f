import { z } from 'zod'
import { groupedBy } from '../group.ts'
import { proportion } from '../money.ts'
import { dayAfter } from '../zone.ts'
import { weightedBy } from './rules.ts'

/** `2026-11`. */
const Month = z.string()
const Sum = z.int()

const Part = z.strictObject({ name: z.string(), won: z.int(), lost: z.int(), open: z.int(), wonSum: Sum, openSum: Sum })

export const Forecast = z.strictObject({
  months: z.array(
    z.strictObject({
      month: Month,
      won: Sum,
      /** What is open and expected in it: weighted, and all of it. */
      weighted: Sum,
      open: Sum,
      deals: z.int(),
      goal: Sum.nullable(),
    }),
  ),
  /** Open deals without an expected day, and those whose day has passed: nobody knows when. */
  undated: z.strictObject({ deals: z.int(), open: Sum, weighted: Sum }),
  /** Of the deals that came into each open stage: how many went on to a later one or were won, how many were lost from it, and how many days it took. */
  stages: z.array(
    z.strictObject({
      stageId: z.int(),
      name: z.string(),
      entered: z.int(),
      wentOn: z.int(),
      droppedOut: z.int(),
      days: z.number().nullable(),
    }),
  ),
  won: z.strictObject({ deals: z.int(), sum: Sum, days: z.number().nullable() }),
  lost: z.strictObject({ deals: z.int(), sum: Sum }),
  /** Of those that ended, in basis points; null where none has. */
  winRate: z.int().nullable(),
  reasons: z.array(z.strictObject({ reason: z.string(), deals: z.int(), sum: Sum })),
  sources: z.array(Part),
  owners: z.array(Part.extend({ staffId: z.int().nullable() })),
})
export type Forecast = Readonly<z.infer<typeof Forecast>>

export type ForecastDeal = Readonly<{
  outcome: 'won' | 'lost' | null
  value: number | null
  probability: number
  expectedOn: string | null
  closedOn: string | null
  createdAt: string
  closedAt: string | null
  lostReason: string
  source: string
  staffId: number | null
}>
export type ForecastStep = Readonly<{ dealId: number; fromStageId: number | null; toStageId: number; at: string; event: string }>

const monthOf = (day: string) => day.slice(0, 7)

/** The months from one to another, both included. */
export function monthsBetween(from: string, to: string) {
  const months: string[] = []
  for (let month = from; month <= to && months.length < 60; month = nextMonth(month)) months.push(month)
  return months
}

export const nextMonth = (month: string) => monthOf(dayAfter(`${month}-01`, 32))

const total = (deals: readonly ForecastDeal[], worth: (deal: ForecastDeal) => number) => deals.reduce((sum, deal) => sum + worth(deal), 0)
const valueOf = ({ value }: ForecastDeal) => value ?? 0
const weightOf = (deal: ForecastDeal) => weightedBy(deal.value, deal)

/** What was won in the months that are over, beside what is likely to come in those ahead. */
export function monthly(
  deals: readonly ForecastDeal[],
  months: readonly string[],
  { today, goal }: { today: string; goal: number | null },
) {
  const won = groupedBy(
    deals.filter(({ outcome }) => outcome === 'won'),
    ({ closedOn }) => monthOf(closedOn ?? ''),
  )
  const expected = groupedBy(
    deals.filter(({ outcome, expectedOn }) => outcome === null && expectedOn !== null && expectedOn >= today),
    ({ expectedOn }) => monthOf(expectedOn!),
  )
  return months.map(month => {
    const [closed, open] = [won.get(month) ?? [], expected.get(month) ?? []]
    return { month, goal, won: total(closed, valueOf), weighted: total(open, weightOf), open: total(open, valueOf), deals: open.length }
  })
}

export function undated(deals: readonly ForecastDeal[], today: string) {
  const open = deals.filter(({ outcome, expectedOn }) => outcome === null && (expectedOn === null || expectedOn < today))
  return { deals: open.length, open: total(open, valueOf), weighted: total(open, weightOf) }
}

const dayInMilliseconds = 86_400_000
const average = (numbers: readonly number[]) => (numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length)

export const daysToWin = (won: readonly ForecastDeal[]) =>
  average(won.map(({ createdAt, closedAt }) => (Date.parse(closedAt!) - Date.parse(createdAt)) / dayInMilliseconds))

export const winRateOf = (won: number, lost: number) => (won + lost === 0 ? null : proportion(won, 10_000, won + lost))

type Place = Readonly<{ id: number; name: string; isOpen: boolean; isWon: boolean }>

/**
 * Each deal counts once for each stage that it came into. It went on where any later step of it was to a stage further down or to one that
 * is won; it dropped out where it was lost from there. Steps are in the order of their times.
 */
export function conversion(stages: readonly Place[], steps: readonly ForecastStep[]) {
  const rank = new Map(stages.map(({ id, isOpen }, place) => [id, isOpen ? place : -1]))
  const wonIds = new Set(stages.filter(({ isWon }) => isWon).map(({ id }) => id))
  const ways = [...groupedBy(steps, ({ dealId }) => dealId).values()]
  return stages
    .filter(({ isOpen }) => isOpen)
    .map(({ id, name }) => {
      const through = ways.filter(way => way.some(({ toStageId }) => toStageId === id))
      const stays = through.flatMap(way => staysIn(way, id))
      const wentOn = through.filter(way => wentFurther(way, id, rank, wonIds)).length
      const droppedOut = through.filter(way => way.at(-1)!.event === 'lost' && way.at(-1)!.fromStageId === id).length
      return { stageId: id, name, entered: through.length, wentOn, droppedOut, days: average(stays) }
    })
}

function staysIn(way: readonly ForecastStep[], stageId: number) {
  return way.flatMap(({ toStageId, at }, place) => {
    const next = way[place + 1]
    return toStageId === stageId && next ? [(Date.parse(next.at) - Date.parse(at)) / dayInMilliseconds] : []
  })
}

function wentFurther(way: readonly ForecastStep[], stageId: number, rank: ReadonlyMap<number, number>, wonIds: ReadonlySet<number>) {
  const entered = way.findIndex(({ toStageId }) => toStageId === stageId)
  return way.slice(entered + 1).some(({ toStageId }) => wonIds.has(toStageId) || (rank.get(toStageId) ?? -1) > rank.get(stageId)!)
}

/** How it went by where the deals came from, or by whose they are: what brought most comes first. */
export function parts<K>(deals: readonly ForecastDeal[], keyOf: (deal: ForecastDeal) => K) {
  return [...groupedBy(deals, keyOf)]
    .map(([key, own]) => {
      const of = (outcome: ForecastDeal['outcome']) => own.filter(deal => deal.outcome === outcome)
      const [won, lost, open] = [of('won'), of('lost'), of(null)]
      const sums = { wonSum: total(won, valueOf), openSum: total(open, valueOf) }
      return { key, won: won.length, lost: lost.length, open: open.length, ...sums }
    })
    .sort((a, b) => b.wonSum - a.wonSum || b.openSum - a.openSum)
}

export function reasonsOf(lost: readonly ForecastDeal[]) {
  return [...groupedBy(lost, ({ lostReason }) => lostReason)]
    .map(([reason, own]) => ({ reason, deals: own.length, sum: total(own, valueOf) }))
    .sort((a, b) => b.deals - a.deals || b.sum - a.sum)
}
