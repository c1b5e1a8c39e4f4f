import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf } from '../../shared/invoices/totals.ts'
import type { PriceRule } from '../../shared/prices/model.ts'
import { discountBy, holds, priceFor, walkIn, type PricedClient, type PricedItem } from '../../shared/prices/rules.ts'

const ids = fc.integer({ min: 1, max: 3 })
const some = fc.uniqueArray(ids, { maxLength: 3 })
const days = fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-28', '2026-12-01')
const times = fc.constantFrom('08:00', '09:30', '14:00', '18:00')

const scopes: fc.Arbitrary<PriceRule['scope']> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({ kind: fc.constant('category' as const), categories: fc.subarray(['Hair', 'COLOUR', 'care'], { minLength: 1 }) }),
  fc.record({ kind: fc.constant('items' as const), serviceIds: some, productIds: some }),
)
const effects: fc.Arbitrary<PriceRule['effect']> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({ kind: fc.constant('fixed' as const), price: fc.integer({ min: 0, max: 20_000 }) }),
)
const audiences: fc.Arbitrary<PriceRule['audience']> = fc.oneof(
  fc.constant({ kind: 'everybody' as const }),
  fc.record({ kind: fc.constant('tag' as const), tagId: ids }),
  fc.record({ kind: fc.constant('list' as const), priceListId: ids }),
)
const rule = fc.record({
  ...{ name: fc.string({ minLength: 1, maxLength: 10 }), scope: scopes, effect: effects, audience: audiences },
  ...{ from: fc.option(days), to: fc.option(days), fromTime: fc.option(times), toTime: fc.option(times) },
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  ...{ isExclusive: fc.boolean(), createdAt: fc.constant('') },
})
const rules = fc.array(rule, { maxLength: 8 }).map(all => all.map((one, place): PriceRule => ({ ...one, id: place + 1 })))
const item: fc.Arbitrary<PricedItem> = fc.record({
  ...{ kind: fc.constantFrom('service' as const, 'product' as const), id: ids, category: fc.constantFrom('hair', 'Colour', 'Care', '') },
  price: fc.integer({ min: 0, max: 20_000 }),
})
const client: fc.Arbitrary<PricedClient> = fc.oneof(fc.constant(walkIn), fc.record({ tagIds: some, priceListId: fc.option(ids) }))
const moment = fc.tuple(days, times).map(([day, time]) => `${day}T${time}`)
const sale = fc.tuple(item, client, moment, rules)

/** One rule after the other, by hand. */
const alone = (one: PricedItem, who: PricedClient, at: string, by: PriceRule) => priceFor(one, who, at, [by]).price

describe('a price by rules', () => {
  it('is never below nothing and never above the usual one', () => {
    fc.assert(
      fc.property(sale, ([one, who, at, all]) => {
        const { price, rule } = priceFor(one, who, at, all)
        expect(price).toBeGreaterThanOrEqual(0)
        expect(price).toBeLessThanOrEqual(one.price)
        expect(rule === null).toBe(price === one.price)
      }),
    )
  })

  it('is the best of those that hold; where one excludes others, the best of those that do', () => {
    fc.assert(
      fc.property(sale, ([one, who, at, all]) => {
        const holding = all.filter(by => holds(by, one, who, at))
        const counting = holding.some(by => by.isExclusive) ? holding.filter(by => by.isExclusive) : holding
        const best = Math.min(one.price, ...counting.map(by => alone(one, who, at, by)))
        expect(priceFor(one, who, at, all).price).toBe(best)
      }),
    )
  })

  it('does not depend on the order in which the rules come', () => {
    fc.assert(
      fc.property(sale, ([one, who, at, all]) => {
        expect(priceFor(one, who, at, all.toReversed())).toEqual(priceFor(one, who, at, all))
      }),
    )
  })

  it('gives somebody whom nobody knows only what is for everybody', () => {
    fc.assert(
      fc.property(sale, ([one, , at, all]) => {
        const { rule } = priceFor(one, walkIn, at, all)
        expect(rule === null || rule.audience.kind === 'everybody').toBe(true)
      }),
    )
  })

  it('stands on the line as a discount which comes to it to the cent, for any number of whole pieces', () => {
    fc.assert(
      fc.property(sale, fc.integer({ min: 1, max: 50 }), ([one, who, at, all], pieces) => {
        const { price, rule } = priceFor(one, who, at, all)
        if (rule === null) return
        const discount = discountBy(rule, one.price, pieces * 1000)
        const amount = amountOf({ price: one.price, quantity: pieces * 1000, discount })
        // A part is rounded once for the line, a sum for each piece.
        if (rule.effect.kind === 'percent') expect(Math.abs(amount - price * pieces)).toBeLessThanOrEqual(pieces / 2)
        else expect(amount).toBe(price * pieces)
        expect(discount).toMatchObject({ reason: rule.name })
      }),
    )
  })
})
