import { proportion, wholeInBasisPoints } from '../money.ts'
import { fold } from '../text.ts'
import { weekdayOf } from '../zone.ts'
import type { Discount } from '../invoices/line.ts'
import { priceFor as amountFor } from '../money.ts'
import type { PriceEffect, PriceRule, PriceScope } from './model.ts'

/** One unit of what is sold, at what it costs everybody. */
export type PricedItem = Readonly<{ kind: 'service' | 'product'; id: number; category: string; price: number }>
/** Whoever buys; nothing is known of somebody who walks in. */
export type PricedClient = Readonly<{ tagIds: readonly number[]; priceListId: number | null }>
/** A wall time of the shop: `2026-11-24T09:30`. */
type Moment = string

export const walkIn: PricedClient = { tagIds: [], priceListId: null }

/**
 * What one unit costs a client, and by which rule: by the one that is best for them, of those that exclude others where there is
 * any. No rule makes anything dearer, and of two that come to the same the older one is named.
 */
export function priceFor<Rule extends PriceRule>(item: PricedItem, client: PricedClient, at: Moment, rules: readonly Rule[]) {
  const holding = rules.filter(rule => holds(rule, item, client, at))
  const exclusive = holding.filter(({ isExclusive }) => isExclusive)
  const nothing: { price: number; rule: Rule | null } = { price: item.price, rule: null }
  return (exclusive.length > 0 ? exclusive : holding)
    .toSorted((a, b) => a.id - b.id)
    .map(rule => ({ price: priceBy(rule.effect, item.price), rule }))
    .reduce<typeof nothing>((best, one) => (one.price < best.price ? one : best), nothing)
}

export const holds = (rule: PriceRule, item: PricedItem, client: PricedClient, at: Moment) =>
  isAbout(rule.scope, item) && isFor(rule, client) && isOn(rule, at)

export function isAbout(scope: PriceScope, { kind, id, category }: Pick<PricedItem, 'kind' | 'id' | 'category'>) {
  if (scope.kind === 'all') return true
  if (scope.kind === 'category') return scope.categories.some(name => fold(name) === fold(category))
  return (kind === 'service' ? scope.serviceIds : scope.productIds).includes(id)
}

function isFor({ audience }: PriceRule, { tagIds, priceListId }: PricedClient) {
  if (audience.kind === 'everybody') return true
  return audience.kind === 'tag' ? tagIds.includes(audience.tagId) : audience.priceListId === priceListId
}

function isOn({ from, to, weekdays, fromTime, toTime }: PriceRule, at: Moment) {
  const [day, time] = [at.slice(0, 10), at.slice(11, 16)]
  const isDay = (from === null || from <= day) && (to === null || day <= to)
  const isTime = (fromTime === null || fromTime <= time) && (toTime === null || time < toTime)
  return isDay && isTime && (weekdays.length === 0 || weekdays.includes(weekdayOf(day)))
}

function priceBy(effect: PriceEffect, price: number) {
  if (effect.kind === 'percent') return price - proportion(price, effect.basisPoints, wholeInBasisPoints)
  return effect.kind === 'amount' ? Math.max(0, price - effect.amount) : effect.price
}

/** The same as it stands on a line of so many: a part stays a part, a sum is taken off each unit. */
export function discountBy({ name, effect }: PriceRule, price: number, quantity: number): Discount | null {
  if (effect.kind === 'percent') return { kind: 'percent', basisPoints: effect.basisPoints, reason: name }
  const amount = amountFor(Math.max(0, price - priceBy(effect, price)), Math.abs(quantity))
  return amount === 0 ? null : { kind: 'amount', amount, reason: name }
}
