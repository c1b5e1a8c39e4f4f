import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeFrom, readCode, writtenCode } from '../../shared/vouchers/code.ts'
import { expiryOf, stateOf } from '../../shared/vouchers/rules.ts'
import { taken } from '../../shared/checkout/tendering.ts'
import { DraftLine } from '../../shared/invoices/line.ts'
import { leftOf, placeFor, redeemedLine } from '../../shared/vouchers/redeeming.ts'

const random = fc.array(fc.nat({ max: 31 }), { minLength: 11, maxLength: 11 })

describe('the code of a voucher', () => {
  it('is read as it is written', () => {
    fc.assert(fc.property(random, numbers => readCode(writtenCode(codeFrom(numbers))) === codeFrom(numbers)))
  })

  it('with one wrong letter is no code', () => {
    fc.assert(
      fc.property(random, fc.nat({ max: 11 }), fc.nat({ max: 31 }), (numbers, place, other) => {
        const code = codeFrom(numbers)
        const letter = codeFrom(Array.from({ length: 11 }, () => other))[0]!
        fc.pre(code[place] !== letter)
        return readCode(code.slice(0, place) + letter + code.slice(place + 1)) === null
      }),
    )
  })

  it('has no letters that look like figures: they are read as those', () => {
    const code = codeFrom([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
    expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'L'))).toBe(code)
    expect(readCode('')).toBeNull()
    expect(readCode('UUUU-UUUU-UUUU')).toBeNull()
  })
})

it('lapses after the last day on which it is taken', () => {
  expect(expiryOf({ years: 3, toEndOfYear: true }, '2026-01-01')).toBe('2029-12-31')
  expect(expiryOf({ years: 1, toEndOfYear: false }, '2028-02-29')).toBe('2029-02-28')
  expect(expiryOf({ years: null, toEndOfYear: true }, '2026-01-01')).toBeNull()
  const card = { balance: 100, expiresOn: '2026-11-24', blockedAt: null }
  expect(stateOf(card, '2026-11-24')).toBe('active')
  expect(stateOf(card, '2026-11-25')).toBe('expired')
  expect(stateOf({ ...card, balance: 0 }, '2026-11-25')).toBe('used')
  expect(stateOf({ ...card, balance: 0, blockedAt: '2026-11-24T10:00:00.000Z' }, '2026-11-25')).toBe('blocked')
})

describe('a package at the checkout', () => {
  const line = (over: Partial<DraftLine> = {}) =>
    DraftLine.parse({ kind: 'service', itemId: 3, name: 'Cut', price: 4200, taxRateId: 1, ...over })
  const held = { id: 9, kind: 'package' as const, state: 'active' as const, serviceId: 3, balance: 2000 }

  it('is good for the first line of its service, as far as enough is left', () => {
    const lines = [line({ itemId: 4 }), line({ quantity: 3000 }), line({ quantity: 2000 })]
    expect(placeFor(held, lines)).toBe(2)
    const taken = lines.with(2, redeemedLine(lines[2]!, held.id, 'From 10 × Cut'))
    expect(taken[2]).toEqual({ ...lines[2], kind: 'redemption', itemId: 9, price: 0, description: 'From 10 × Cut' })
    expect(leftOf(held, taken)).toBe(0)
    expect(placeFor(held, [...taken, line()])).toBe(-1)
  })

  it('is good for nothing else, and not when it is blocked', () => {
    expect(placeFor(held, [line({ itemId: 4 }), line({ kind: 'product' })])).toBe(-1)
    expect(placeFor({ ...held, state: 'blocked' }, [line()])).toBe(-1)
  })
})

describe('a card among other ways to pay', () => {
  const card = { id: 7, balance: 3000 }
  const ways = (typed: number | null) => [
    { method: 'voucher' as const, typed, card },
    { method: 'cash' as const, typed: null },
  ]

  it('pays what is on it, and the other way the rest', () => {
    const { tenders, left, tooMuch } = taken(4200, 300, ways(null))
    expect(tenders).toEqual([
      { method: 'voucher', amount: 3000, tip: 0, tendered: null, reference: '', voucherId: 7 },
      { method: 'cash', amount: 1200, tip: 300, tendered: null, reference: '', voucherId: null },
    ])
    expect({ left, tooMuch }).toEqual({ left: 0, tooMuch: 0 })
  })

  it('pays neither more than is on it nor more than is due', () => {
    expect(taken(4200, 0, ways(3500))).toMatchObject({ tenders: [{ amount: 3000 }, { amount: 1200 }], tooMuch: 500 })
    expect(taken(2000, 300, ways(null))).toMatchObject({
      tenders: [
        { amount: 2000, tip: 0 },
        { amount: 0, tip: 300 },
      ],
      tooMuch: 0,
    })
    expect(taken(2000, 0, [{ method: 'voucher', typed: null, card: null }])).toMatchObject({ tenders: [], left: 2000 })
  })
})
