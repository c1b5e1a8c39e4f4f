import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedWith, comparisons } from '../../shared/reports/comparing.ts'
import { bucketsOf, coverOf, daysOf, mostBuckets, presets, spans, weekStartOf, type Days } from '../../shared/reports/periods.ts'
import { weekNumberOf } from '../../shared/reports/week-number.ts'
import { dayAfter, daysBetween, weekdayOf } from '../../shared/zone.ts'

const aDay = fc.integer({ min: 0, max: 40_000 }).map(later => dayAfter('1995-01-01', later))
const someDays = fc.tuple(aDay, fc.integer({ min: 0, max: 900 })).map(([from, length]): Days => ({ from, to: dayAfter(from, length) }))
const weekStart = fc.constantFrom(1, 6, 7)

/** One by one. */
const daysIn = ({ from, to }: Days) => Array.from({ length: daysBetween(from, to) + 1 }, (_, later) => dayAfter(from, later))

describe('The parts of a period', () => {
  it('are all of its days in their order, each once', () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom(...spans), weekStart, (days, span, start) => {
        const buckets = [...bucketsOf(days, span, start)]
        expect(buckets.flatMap(daysIn)).toEqual(daysIn(days))
        expect(new Set(buckets.map(({ key }) => key)).size).toBe(buckets.length)
        expect(buckets.length).toBeLessThanOrEqual(mostBuckets(days, span))
      }),
    )
  })

  it('lie in one week, month, quarter or year each, and no two in the same', () => {
    const nameOf = {
      day: (day: string) => day,
      week: (day: string, start: number) => dayAfter(day, -((weekdayOf(day) + 7 - start) % 7)),
      month: (day: string) => day.slice(0, 7),
      quarter: (day: string) => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
      year: (day: string) => day.slice(0, 4),
    }
    fc.assert(
      fc.property(someDays, fc.constantFrom(...spans), weekStart, (days, span, start) => {
        const names = [...bucketsOf(days, span, start)].map(bucket => new Set(daysIn(bucket).map(day => nameOf[span](day, start))))
        expect(names.every(({ size }) => size === 1)).toBe(true)
        expect(new Set(names.map(([name]) => name)).size).toBe(names.length)
      }),
    )
  })

  it('are kept under whole months and the days around them, which cover every day once', () => {
    fc.assert(
      fc.property(someDays, days => {
        const cover = [...coverOf(days)]
        const covered = cover.flatMap(period => (period.length === 10 ? period : daysIn(wholeMonth(period))))
        expect(covered).toEqual(daysIn(days))
        expect(cover.filter(period => period.length === 10).length).toBeLessThanOrEqual(60)
      }),
    )
  })

  const wholeMonth = (month: string): Days => {
    const from = `${month}-01`
    const last = [28, 29, 30, 31].findLast(days => dayAfter(from, days - 1).startsWith(month))!
    return { from, to: dayAfter(from, last - 1) }
  }

  it('count 53 weeks in a year that has as many Thursdays', () => {
    expect(['2026-12-28', '2027-01-04', '2020-12-28', '2021-01-04', '2024-12-30'].map(weekNumberOf)).toEqual([53, 1, 53, 1, 1])
  })

  it('begin on the day on which weeks begin in the shop’s country', () => {
    expect(['DE', 'US', 'AE', 'XX'].map(weekStartOf)).toEqual([1, 7, 6, 1])
  })
})

describe('A period by its name', () => {
  it('has today in it, or ends before', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...presets), weekStart, (today, preset, start) => {
        const { from, to } = daysOf(preset, today, start)
        expect(from <= to).toBe(true)
        if (/^(last(Week|Month|Quarter|Year)|yesterday)$/.test(preset)) expect(to < today).toBe(true)
        else expect(from <= today && today <= to).toBe(true)
      }),
    )
  })

  it('follows the one before it without a gap', () => {
    const pairs = [
      ['today', 'yesterday'],
      ['thisWeek', 'lastWeek'],
      ['thisMonth', 'lastMonth'],
      ['thisQuarter', 'lastQuarter'],
      ['thisYear', 'lastYear'],
    ] as const
    fc.assert(
      fc.property(aDay, fc.constantFrom(...pairs), weekStart, (today, [now, before], start) => {
        expect(dayAfter(daysOf(before, today, start).to)).toBe(daysOf(now, today, start).from)
      }),
    )
  })

  it('means these days on the 28th of November 2026', () => {
    const meant = presets.map(preset => [preset, ...Object.values(daysOf(preset, '2026-11-28', 1))].join(' '))
    expect(meant).toEqual([
      'today 2026-11-28 2026-11-28',
      'yesterday 2026-11-27 2026-11-27',
      'thisWeek 2026-11-23 2026-11-29',
      'lastWeek 2026-11-16 2026-11-22',
      'thisMonth 2026-11-01 2026-11-30',
      'lastMonth 2026-10-01 2026-10-31',
      'thisQuarter 2026-10-01 2026-12-31',
      'lastQuarter 2026-07-01 2026-09-30',
      'thisYear 2026-01-01 2026-12-31',
      'lastYear 2025-01-01 2025-12-31',
      'last7Days 2026-11-22 2026-11-28',
      'last30Days 2026-10-30 2026-11-28',
      'last90Days 2026-08-31 2026-11-28',
      'last12Months 2025-12-01 2026-11-30',
    ])
  })
})

describe('What a period is compared with', () => {
  it('ends before it begins, and is as long where it is no month', () => {
    fc.assert(
      fc.property(someDays, aDay, weekStart, (days, today, start) => {
        const before = comparedWith(days, 'before', today, start)
        expect(before.to < days.from).toBe(true)
        const isRunning = days.from <= today && today < days.to
        if (days.from.endsWith('-01') || isRunning) return
        expect([before.to, daysBetween(before.from, before.to)]).toEqual([dayAfter(days.from, -1), daysBetween(days.from, days.to)])
      }),
    )
  })

  it('goes no further than the period itself has come', () => {
    fc.assert(
      fc.property(someDays, fc.constantFrom(...comparisons), weekStart, fc.nat(900), (days, how, start, passed) => {
        const today = dayAfter(days.from, passed)
        const before = comparedWith(days, how, today, start)
        expect(daysBetween(before.from, before.to)).toBeLessThanOrEqual(
          Math.max(passed, daysBetween(days.from, days.to) + (today >= days.to ? 3 : 0)),
        )
      }),
    )
  })

  it.each([
    ['a month: the month before', '2026-03-01', '2026-03-31', 'before', '2026-02-01 2026-02-28'],
    ['a quarter: the quarter before', '2026-01-01', '2026-03-31', 'before', '2025-10-01 2025-12-31'],
    ['a week: the week before', '2026-03-02', '2026-03-08', 'before', '2026-02-23 2026-03-01'],
    ['a leap day: the 28th of the year before', '2024-02-01', '2024-02-29', 'yearBefore', '2023-02-01 2023-02-28'],
    ['a week: the same weekdays 52 weeks ago', '2026-03-02', '2026-03-08', 'yearBefore', '2025-03-03 2025-03-09'],
    ['a month that runs: as many days of the one before', '2026-11-01', '2026-11-30', 'before', '2026-10-01 2026-10-28'],
    ['a year that runs: until the same day', '2026-01-01', '2026-12-31', 'yearBefore', '2025-01-01 2025-11-28'],
  ] as const)('%s', (_name, from, to, how, expected) => {
    expect(Object.values(comparedWith({ from, to }, how, '2026-11-28', 1)).join(' ')).toBe(expected)
  })
})
