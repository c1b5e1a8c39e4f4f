import { describe, expect, it } from 'vitest'
import { formattersFor } from '../../renderer/composables/formats.ts'
import { decimalsOf, readAmount } from '../../shared/money.ts'

describe('an amount', () => {
  it.each([
    ['35', 2, 3500],
    ['35,5', 2, 3550],
    ['35.50', 2, 3550],
    [' 1 200 ', 2, 120_000],
    ['0', 2, 0],
    ['3500', 0, 3500],
    ['1.250', 3, 1250],
    ['', 2, null],
    ['35,505', 2, undefined],
    ['35,5', 0, undefined],
    ['free', 2, undefined],
    ['-3', 2, undefined],
  ])('that is typed as %j with %i decimals is %j', (typed, decimals, amount) => {
    expect(readAmount(typed, decimals)).toBe(amount)
  })

  it('has the decimals of its currency, and is written as the country writes it', () => {
    expect(['EUR', 'JPY', 'KWD'].map(decimalsOf)).toEqual([2, 0, 3])
    expect(formattersFor('de', 'DE').money(3550, 'EUR')).toBe('35,50\u00a0€')
    expect(formattersFor('en', 'US').money(3550, 'USD')).toBe('$35.50')
    expect(formattersFor('en', 'JP').money(3550, 'JPY')).toMatch(/3,550$/)
  })
})

describe('a length of time', () => {
  it('is told in hours and minutes', () => {
    const { length } = formattersFor('en', 'GB')
    expect([0, 45, 60, 90].map(length)).toEqual(['0 mins', '45 mins', '1 hr', '1 hr 30 mins'])
  })
})
