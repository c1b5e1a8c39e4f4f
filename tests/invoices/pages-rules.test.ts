import { describe, expect, it } from 'vitest'
import { nextNumber } from '../../shared/invoices/numbers.ts'
import { daysOf, periodOf } from '../../shared/invoices/periods.ts'
import { readDecimal, writtenDecimal } from '../../shared/invoices/typed.ts'
import { isIban } from '../../shared/paper/iban.ts'

describe('the days of a period', () => {
  it.each([
    ['thisMonth', { from: '2026-02-01', to: '2026-02-28' }],
    ['lastMonth', { from: '2026-01-01', to: '2026-01-31' }],
    ['thisQuarter', { from: '2026-01-01', to: '2026-03-31' }],
    ['lastQuarter', { from: '2025-10-01', to: '2025-12-31' }],
    ['thisYear', { from: '2026-01-01', to: '2026-12-31' }],
    ['lastYear', { from: '2025-01-01', to: '2025-12-31' }],
  ] as const)('are known for %s', (period, days) => {
    expect(daysOf(period, '2026-02-14')).toEqual(days)
    expect(periodOf(days, '2026-02-14')).toBe(period)
  })
})

describe('the next number', () => {
  const yearly = { pattern: '{YYYY}-####', restarts: 'yearly' } as const

  it('follows the last one of the year', () => {
    expect(nextNumber(yearly, ['2026-0041', '2026-0009'], '2026-11-24')).toBe('2026-0042')
  })
  it('is the first of a new year, and of a new pattern', () => {
    expect(nextNumber(yearly, ['2025-0041'], '2026-01-02')).toBe('2026-0001')
    expect(nextNumber({ pattern: 'R##/{YY}', restarts: 'yearly' }, ['2026-0041'], '2026-11-24')).toBe('R01/26')
  })
})

describe('a number that is typed', () => {
  it.each([
    ['1,5', 1500],
    ['.25', 250],
    ['2', 2000],
    ['', null],
    ['1,2345', undefined],
    ['1x', undefined],
    ['-1', undefined],
  ])('%s', (typed, value) => expect(readDecimal(typed, 3)).toBe(value))

  it('is written without zeros that say nothing', () => {
    expect([writtenDecimal(1500, 3, ','), writtenDecimal(2000, 3, ','), writtenDecimal(1900, 2, '.')]).toEqual(['1,5', '2', '19'])
  })
})

it('knows an account number by its check digits', () => {
  expect(['DE02 1203 0000 0000 2020 51', 'de02120300000000202051', 'DE02120300000000202052', 'GB', ''].map(isIban)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})
