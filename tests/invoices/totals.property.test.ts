import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Discount } from '../../shared/invoices/line.ts'
import { priceIn, totalsOf, type CountedLine, type Pricing } from '../../shared/invoices/totals.ts'
import { amountOf, cents, isWithin, ratio, split, sum, takenOff, times } from './naive.ts'

const rates = [
  ['S', 1900],
  ['S', 700],
  ['S', 770],
  ['S', 2000],
  ['S', 10_000],
  ['Z', 0],
  ['E', 0],
  ['AE', 0],
] as const

const discount: fc.Arbitrary<Discount | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    kind: fc.constant('percent' as const),
    basisPoints: fc.oneof(fc.constantFrom(0, 10_000), fc.integer({ min: 0, max: 10_000 })),
  }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 0, max: 300_000 }) }),
)
const pricing = fc.constantFrom<Pricing>('gross', 'net')

const line = (quantity: fc.Arbitrary<number>): fc.Arbitrary<CountedLine> =>
  fc
    .record({ quantity, price: fc.integer({ min: 0, max: 200_000 }), discount, rate: fc.constantFrom(...rates) })
    .map(({ rate: [taxCategory, basisPoints], ...line }) => ({ ...line, taxCategory, basisPoints }))
const lines = (quantity: fc.Arbitrary<number>, maxLength = 30) => fc.array(line(quantity), { minLength: 1, maxLength })
const sold = fc.integer({ min: 1, max: 50_000 })
const soldAndTakenBack = fc.integer({ min: -50_000, max: 50_000 })

const holds = <T extends readonly unknown[]>(arbitraries: { [Place in keyof T]: fc.Arbitrary<T[Place]> }, claim: (...values: T) => void) =>
  fc.assert(
    fc.property(fc.tuple(...arbitraries), values => claim(...(values as unknown as T))),
    { numRuns: 1000 },
  )

const inGroup = (lines: readonly CountedLine[], { category, basisPoints }: { category: string; basisPoints: number }) =>
  [...lines.keys()].filter(place => lines[place]!.taxCategory === category && lines[place]!.basisPoints === basisPoints)

const aLine = (price: number, over: Partial<CountedLine> = {}): CountedLine => ({
  ...{ quantity: 1000, price, discount: null, taxCategory: 'S', basisPoints: 1900 },
  ...over,
})

describe('whatever is sold, taken back and let off', () => {
  it('a line comes to its price for so many, less its discount', () => {
    holds([lines(soldAndTakenBack), pricing, discount], (lines, pricing, discount) => {
      expect(totalsOf(lines, pricing, discount).lines.map(({ amount }) => amount)).toEqual(lines.map(amountOf))
    })
  })

  it('the lines add up to their groups, the groups to the totals, and net and tax to gross', () => {
    holds([lines(soldAndTakenBack), pricing, discount], (lines, pricing, discount) => {
      const totals = totalsOf(lines, pricing, discount)
      for (const group of totals.groups) {
        const own = inGroup(lines, group).map(place => totals.lines[place]!)
        expect(sum(own.map(({ net }) => net))).toBe(group.linesNet)
        expect(sum(own.map(({ netOfAll }) => netOfAll))).toBe(group.net)
        expect(sum(own.map(({ tax }) => tax))).toBe(group.tax)
        expect(group.net + group.tax).toBe(group.gross)
      }
      const total = (part: 'linesNet' | 'net' | 'tax' | 'gross') => sum(totals.groups.map(group => group[part]))
      expect(sum(totals.groups.map(group => inGroup(lines, group).length))).toBe(lines.length)
      const expected = { net: total('net'), tax: total('tax'), gross: total('gross'), discountNet: total('linesNet') - total('net') }
      expect(totals).toMatchObject(expected)
      expect(totals.net + totals.tax).toBe(totals.gross)
    })
  })

  it('the sum of the prices stands to the cent: with the tax in them as gross, without it as net', () => {
    holds([lines(soldAndTakenBack), pricing, discount], (lines, pricing, discount) => {
      const totals = totalsOf(lines, pricing, discount)
      const whole = sum(lines.map(amountOf))
      expect(totals.discount).toBe(takenOff(whole, discount))
      expect(totals[pricing]).toBe(whole - totals.discount)
      if (pricing === 'net') expect(totals.discountNet).toBe(totals.discount)
    })
  })

  it('each group is taxed as a whole, once the discount is taken off', () => {
    holds([lines(soldAndTakenBack), pricing, discount], (lines, pricing, discount) => {
      for (const group of totalsOf(lines, pricing, discount).groups) {
        const before = sum(inGroup(lines, group).map(place => amountOf(lines[place]!)))
        expect(group.linesNet).toBe(split(before, pricing, group).net)
        expect({ net: group.net, tax: group.tax }).toEqual(split(group[pricing], pricing, group))
      }
    })
  })

  it('BR-CO-17: the tax is the rate of the net, or, where the gross price has to stand, at most a cent beside it', () => {
    holds([lines(soldAndTakenBack), pricing, discount], (lines, pricing, discount) => {
      for (const { net, tax, basisPoints } of totalsOf(lines, pricing, discount).groups) {
        const exact = cents(ratio(net * basisPoints, 10_000))
        expect(Math.abs(tax - exact)).toBeLessThanOrEqual(pricing === 'net' ? 0 : 1)
      }
    })
  })

  it('where some net and its tax come to the gross price at all, these are the ones', () => {
    holds([fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 })], (price, basisPoints) => {
      const { net, tax } = totalsOf([aLine(price, { basisPoints })], 'gross', null)
      const fitting = [-2, -1, 0, 1, 2].map(by => net + by).filter(net => net + cents(ratio(net * basisPoints, 10_000)) === price)
      if (fitting.length > 0) expect([net, tax]).toEqual([fitting[0], price - fitting[0]!])
    })
  })
})

describe('of a sale', () => {
  it('a discount is never more than the whole, and takes nothing away from any part that was not there', () => {
    holds([lines(sold), pricing, discount], (lines, pricing, discount) => {
      const totals = totalsOf(lines, pricing, discount)
      const parts = [totals, ...totals.groups, ...totals.lines.map(({ net, netOfAll, tax }) => ({ net, tax, gross: netOfAll }))]
      expect(parts.flatMap(({ net, tax, gross }) => [net, tax, gross]).filter(part => part < 0)).toEqual([])
      expect(totals.groups.filter(({ linesNet, net }) => net > linesNet)).toEqual([])
      if (discount?.kind === 'percent' && discount.basisPoints === 10_000) expect(totals).toMatchObject({ net: 0, tax: 0, gross: 0 })
      if (discount?.kind === 'percent' && discount.basisPoints === 0) expect(totals).toMatchObject({ discount: 0, discountNet: 0 })
    })
  })

  it('what the documents give back is what they took, with the other sign', () => {
    holds([lines(sold), pricing, discount], (lines, pricing, discount) => {
      const back = totalsOf(
        lines.map(line => ({ ...line, quantity: -line.quantity })),
        pricing,
        discount,
      )
      const [{ net, tax, gross }, given] = [totalsOf(lines, pricing, discount), back]
      expect([given.net + net, given.tax + tax, given.gross + gross]).toEqual([0, 0, 0])
    })
  })
})

describe('a line alone', () => {
  it('has a net that is less than a cent from its own, whatever is taken back beside it', () => {
    holds([lines(soldAndTakenBack), pricing], (lines, pricing) => {
      const totals = totalsOf(lines, pricing, null)
      for (const [place, { amount, net, netOfAll, tax }] of totals.lines.entries()) {
        const { basisPoints } = lines[place]!
        const exact = pricing === 'net' ? ratio(amount) : times(ratio(amount), ratio(10_000, 10_000 + basisPoints))
        expect(isWithin(1, ratio(net), exact)).toBe(true)
        expect(netOfAll).toBe(net)
        if (pricing === 'gross') expect(net + tax).toBe(amount)
        else expect(isWithin(1, ratio(tax), times(ratio(amount), ratio(basisPoints, 10_000)))).toBe(true)
      }
    })
  })

  it('keeps its tax where a deposit has paid for all of it', () => {
    const { lines, gross } = totalsOf([aLine(11_900), aLine(11_900, { quantity: -1000 })], 'gross', null)
    expect(gross).toBe(0)
    expect(lines.map(({ net, tax }) => [net, tax])).toEqual([
      [10_000, 1900],
      [-10_000, -1900],
    ])
    const almost = totalsOf([aLine(11_900), aLine(11_899, { quantity: -1000 })], 'gross', null)
    expect(almost.lines.map(({ net, tax }) => [net, tax])).toEqual([
      [10_000, 1900],
      [-9999, -1900],
    ])
  })
})

describe('a long document', () => {
  it('of 1,000 lines that each lose half a cent adds up', () => {
    const many = Array.from({ length: 1000 }, (_, place) => aLine(5, { quantity: 100, basisPoints: place % 2 === 0 ? 1900 : 700 }))
    const gross = totalsOf(many, 'gross', { kind: 'percent', basisPoints: 333 })
    expect(gross).toMatchObject({ discount: 33, gross: 967 })
    expect(sum(gross.lines.map(({ netOfAll, tax }) => netOfAll + tax))).toBe(967)
    expect(totalsOf(many, 'net', null)).toMatchObject({ net: 1000, tax: 95 + 35 })
  })
})

describe('a price', () => {
  it.each([
    [11_900, 'gross', 'net', 1900, 10_000],
    [10_000, 'net', 'gross', 1900, 11_900],
    [999, 'gross', 'gross', 1900, 999],
    [1, 'gross', 'net', 1900, 1],
    [350, 'net', 'gross', 0, 350],
  ] as const)('of %i that is %s is %4$i as %s', (price, has, wanted, basisPoints, expected) => {
    expect(priceIn(wanted, price, has, basisPoints)).toBe(expected)
  })
})
