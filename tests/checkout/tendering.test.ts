import { describe, expect, it } from 'vitest'
import { taken } from '../../shared/checkout/tendering.ts'

const cash = (typed: number | null) => ({ method: 'cash' as const, typed })
const card = (typed: number | null) => ({ method: 'card' as const, typed })
const tender = (over: object) => ({ method: 'cash', amount: 0, tip: 0, tendered: null, reference: '', voucherId: null, ...over })

describe('what is taken of what is given', () => {
  it('is all that is due where nothing is typed', () => {
    expect(taken(4200, 0, [cash(null)])).toEqual({ tenders: [tender({ amount: 4200 })], left: 0, change: 0, tooMuch: 0 })
  })

  it('leaves change of cash', () => {
    expect(taken(4200, 0, [cash(5000)])).toEqual({ tenders: [tender({ amount: 4200, tendered: 5000 })], left: 0, change: 800, tooMuch: 0 })
  })

  it('goes to what is due first, then to the tip', () => {
    expect(taken(4200, 300, [cash(2000), card(null)])).toEqual({
      tenders: [tender({ amount: 2000, tendered: 2000 }), tender({ method: 'card', amount: 2200, tip: 300 })],
      left: 0,
      change: 0,
      tooMuch: 0,
    })
  })

  it('leaves open what nobody gave', () => {
    expect(taken(4200, 0, [card(2000)])).toMatchObject({ left: 2200 })
  })

  it('is not more than is due, but of cash', () => {
    expect(taken(4200, 0, [card(5000)])).toMatchObject({ tenders: [tender({ method: 'card', amount: 4200 })], tooMuch: 800, change: 0 })
  })

  it('is nothing where a deposit has paid it all', () => {
    expect(taken(-500, 0, [cash(null)])).toEqual({ tenders: [], left: 0, change: 0, tooMuch: 0 })
  })
})
