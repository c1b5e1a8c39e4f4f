import { Temporal } from 'temporal-polyfill'
import { proportion } from '../money.ts'
import type { EarningPart, EarningReason, Item, Terms } from './model.ts'

/** What of an invoice can earn: after discounts and credit notes, in minor units; `quantity` in thousandths. */
export type EarningLine = Readonly<{ item: Item | null; name: string; quantity: number; net: number; gross: number }>
export type Sale = Readonly<{
  day: string
  isVisit: boolean
  isFirst: boolean
  /** `1984-05-14`, or `--05-14`. */
  birthday: string | null
  lines: readonly EarningLine[]
  /** What the client had reached when it was issued. */
  tier: Readonly<{ name: string; factor: number }> | null
}>

const factorWhole = 100

/** What a sale earns, part by part, with the reason of each; all together never less than nothing. */
export function earned(terms: Terms, sale: Sale): EarningPart[] {
  const lines = sale.lines.filter(({ item }) => item === null || !isIn(terms.excluded, item))
  const ordinary = [byAmount(terms, lines), byVisit(terms, sale, lines), ...byItem(terms, lines)].filter(given)
  const special = [
    weekday(terms, sale, total(ordinary)),
    tier(sale, total(ordinary)),
    first(terms, sale, lines),
    birthday(terms, sale, lines),
  ].filter(given)
  const parts = [...ordinary, ...special]
  const over = terms.cap === null ? 0 : total(parts) - terms.cap
  return over > 0 ? [...parts, part('cap', -over)] : parts
}

export const total = (parts: readonly Pick<EarningPart, 'points'>[]) => parts.reduce((sum, { points }) => sum + points, 0)

/** Of what a whole invoice earns, what its paid part does: rounded down, for half a point is none. */
export const inProportion = (points: number, paid: number, due: number) =>
  due <= 0 || paid <= 0 ? 0 : Number((BigInt(points) * BigInt(Math.min(paid, due))) / BigInt(due))

const given = (part: EarningPart | null): part is EarningPart => part !== null && part.points !== 0
const part = (reason: EarningReason, points: number, text = ''): EarningPart => ({ reason, points, text })
const isIn = (items: readonly Item[], { kind, id }: Item) => items.some(item => item.kind === kind && item.id === id)
const worth = (lines: readonly EarningLine[], base: 'gross' | 'net') => lines.reduce((sum, line) => sum + line[base], 0)

function byAmount({ byAmount }: Terms, lines: readonly EarningLine[]) {
  if (!byAmount) return null
  const amount = Math.max(0, worth(lines, byAmount.base))
  return part('amount', Number((BigInt(amount) * BigInt(byAmount.points)) / BigInt(byAmount.per)))
}

function byVisit({ byVisit }: Terms, { isVisit }: Sale, lines: readonly EarningLine[]) {
  if (!byVisit || !isVisit || !isWorth(lines, byVisit.minimum)) return null
  return part('visit', byVisit.points)
}

/** A line that was taken back as a whole earns nothing more. */
const isWorth = (lines: readonly EarningLine[], minimum: number) => {
  const amount = worth(lines, 'gross')
  return amount > 0 && amount >= minimum
}

const byItem = ({ byItem }: Terms, lines: readonly EarningLine[]) =>
  byItem.map(({ item, points }) => {
    const own = lines.filter(line => line.item !== null && isIn([item], line.item))
    const units = Math.floor(own.reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0) / 1000)
    return part('item', units * points, own[0]?.name)
  })

/** What the factor of the day adds to the rest, or takes off. */
function weekday({ weekdays }: Terms, { day }: Sale, points: number) {
  const found = weekdays.find(({ weekday }) => weekday === Temporal.PlainDate.from(day).dayOfWeek)
  return found ? part('weekday', proportion(points, found.factor, factorWhole) - points) : null
}

/** The same for what somebody has reached. */
const tier = ({ tier }: Sale, points: number) => tier && part('tier', proportion(points, tier.factor, factorWhole) - points, tier.name)

const first = ({ first }: Terms, { isFirst }: Sale, lines: readonly EarningLine[]) =>
  first !== null && isFirst && isWorth(lines, 1) ? part('first', first) : null

function birthday({ birthday: terms }: Terms, { birthday, day }: Sale, lines: readonly EarningLine[]) {
  if (!terms || birthday === null || !isWorth(lines, 1)) return null
  return daysFromBirthday(birthday, day) <= terms.days ? part('birthday', terms.points) : null
}

/** To the nearest one, before or after, across the turn of the year; the 29th of February is the 28th in a year that has none. */
export function daysFromBirthday(birthday: string, day: string) {
  const on = Temporal.PlainDate.from(day)
  const [month, date] = birthday.slice(-5).split('-').map(Number)
  const around = [-1, 0, 1].map(years => Temporal.PlainDate.from({ year: on.year + years, month: month!, day: date! }))
  return Math.min(...around.map(one => Math.abs(one.until(on, { largestUnit: 'day' }).days)))
}

/** The last day on which points that are earned on this one count. */
export function lapsesOn({ lapsesAfter }: Terms, day: string) {
  if (lapsesAfter === null) return null
  const month = Temporal.PlainDate.from(day).add({ months: lapsesAfter })
  return month.with({ day: month.daysInMonth }).toString()
}
