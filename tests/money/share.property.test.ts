import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideRounded, priceFor, proportion, share } from '../../shared/money.ts'

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const weights = (weight: fc.Arbitrary<number>) => fc.array(weight, { minLength: 1, maxLength: 60 })
const sum = (amounts: readonly number[]) => amounts.reduce((total, part) => total + part, 0)

describe('rounding', () => {
  it.each([
    [5n, 10n, 1],
    [-5n, 10n, -1],
    [5n, -10n, -1],
    [4n, 10n, 0],
    [-4n, 10n, 0],
    [15n, 10n, 2],
    [25n, 10n, 3],
    [-25n, 10n, -3],
  ])('is half away from zero: %d / %d is %d', (numerator, denominator, rounded) => {
    expect(divideRounded(numerator, denominator)).toBe(rounded)
  })

  it('knows what a fraction of a unit costs, where a fraction of a number would not', () => {
    expect(priceFor(1005, 1500)).toBe(1508)
    expect(priceFor(-1005, 1500)).toBe(-1508)
    expect(priceFor(100_000_000_000, 1_000)).toBe(100_000_000_000)
    expect(proportion(1, 1, 3) + proportion(2, 1, 3)).toBe(1)
  })

  it('is never further off than half a cent', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (amount, numerator, denominator) => {
          const off = BigInt(amount) * BigInt(numerator) - BigInt(proportion(amount, numerator, denominator)) * BigInt(denominator)
          expect(2n * (off < 0n ? -off : off) <= BigInt(denominator)).toBe(true)
        },
      ),
    )
  })
})

describe('the parts of a sum', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [1, [0, 5, 5], [0, 0, 1]],
    [10, [100, -99], [1000, -990]],
    [7, [1, -1], [7, 0]],
    [0, [3, 4], [0, 0]],
  ])('%d by %j are %j', (total, weights, parts) => {
    expect(share(total, weights)).toEqual(parts)
  })

  it('add up to it, whatever the weights', () => {
    fc.assert(
      fc.property(amount, weights(fc.integer({ min: -100_000, max: 100_000 })), (total, weights) => {
        const parts = share(total, weights)
        expect(sum(parts)).toBe(total)
        if (sum(weights) !== 0) expect(parts.filter((part, index) => weights[index] === 0 && part !== 0)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('are each less than a cent from their proportion where no weight takes from another', () => {
    fc.assert(
      fc.property(amount, weights(fc.integer({ min: 0, max: 1_000_000_000 })), fc.boolean(), (total, sizes, isNegative) => {
        const weights = sizes.map(size => (isNegative ? -size : size))
        const whole = BigInt(sum(weights))
        fc.pre(whole !== 0n)
        const isFar = (part: number, index: number) => {
          const off = BigInt(total) * BigInt(weights[index]!) - BigInt(part) * whole
          return (off < 0n ? -off : off) >= (whole < 0n ? -whole : whole)
        }
        expect(share(total, weights).filter(isFar)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
