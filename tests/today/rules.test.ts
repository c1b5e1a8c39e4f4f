import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { celebratedOn, daysAhead, yearsOn } from '../../shared/today/birthdays.ts'
import { todayKinds, type TodayLine } from '../../shared/today/model.ts'
import { ordered } from '../../shared/today/rules.ts'
import { priorities } from '../../shared/tasks/model.ts'
import { dayAfter } from '../../shared/zone.ts'

describe('a birthday', () => {
  it('of the 29th of February is celebrated on the 28th in most years', () => {
    expect(celebratedOn('2026-02-28')).toEqual(['02-28', '02-29'])
    expect(celebratedOn('2028-02-28')).toEqual(['02-28'])
    expect(celebratedOn('2028-02-29')).toEqual(['02-29'])
    expect(celebratedOn('2100-02-28')).toEqual(['02-28', '02-29'])
  })

  it('comes once a year, on whatever day somebody was born', () => {
    const birth = fc.integer({ min: 0, max: 1460 }).map(days => dayAfter('1996-01-01', days))
    fc.assert(
      fc.property(birth, fc.integer({ min: 2000, max: 2100 }), (born, year) => {
        const days = Array.from({ length: 366 }, (_, index) => dayAfter(`${year}-01-01`, index)).filter(day => day.startsWith(`${year}`))
        expect(days.filter(day => celebratedOn(day).includes(born.slice(5)))).toHaveLength(1)
      }),
      { numRuns: 60 },
    )
  })

  it('has an age where the year is known', () => {
    expect(yearsOn('2026-11-24', '1966-11-24')).toBe(60)
    expect(yearsOn('2026-11-24', '--11-24')).toBe(null)
    expect(yearsOn('2026-11-24', '2026-11-24')).toBe(null)
  })

  it('is told a week ahead, also around New Year', () => {
    expect(daysAhead('2026-12-28').map(day => day.slice(5))).toEqual([
      '12-28',
      '12-29',
      '12-30',
      '12-31',
      '01-01',
      '01-02',
      '01-03',
      '01-04',
    ])
  })
})

describe('the order of the day', () => {
  const at = fc.option(fc.constantFrom('2026-11-20', '2026-11-24', '2026-11-24T09:00', '2026-11-24T18:00', '2026-11-26'))
  const line = fc.record({
    ...{ kind: fc.constantFrom(...todayKinds), id: fc.nat(1000), at, days: fc.integer({ min: -20, max: 7 }), amount: fc.nat(9000) },
    priority: fc.constantFrom(...priorities),
  })
  const lines = fc
    .array(line, { maxLength: 30 })
    .map(all => all.map((one): TodayLine => ({ ...one, title: '', client: null, age: null, usualDays: null, reason: null, task: null })))
  const now = '2026-11-24T08:30'

  it('is the same however the lines come in, and loses none', () => {
    const unique = lines.map(all => [...new Map(all.map(one => [`${one.kind} ${one.id}`, one])).values()])
    fc.assert(
      fc.property(unique, all => {
        const sorted = ordered(all, now)
        expect(ordered(all.toReversed(), now)).toEqual(sorted)
        expect(new Set(sorted)).toEqual(new Set(all))
      }),
    )
  })

  it('puts nothing before a task whose time has come', () => {
    const due: TodayLine = {
      ...{ kind: 'task', id: 5000, title: '', client: null, at: '2026-11-24T08:15', days: 0, age: null, usualDays: null },
      ...{ amount: null, reason: null, priority: 'urgent', task: null },
    }
    fc.assert(
      fc.property(lines, all => {
        const others = all.filter(({ at }) => at === null || at.length === 10)
        expect(ordered([...others, due], now)[0]).toBe(due)
      }),
    )
  })
})
