import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargings } from '../../shared/subscriptions/model.ts'
import { periodsToCome, refuseUnfitRule, resumedFrom } from '../../shared/subscriptions/periods.ts'
import { isLastOfMonth, rhythmOf, rhythmUnits, ruleOf } from '../../shared/subscriptions/rhythm.ts'
import { dayAfter } from '../../shared/zone.ts'

const endless = { endsOn: null, periods: null }
const monthly = { every: 1, unit: 'month', onLastDay: false } as const

function firstDays(startsOn: string, rhythm: Parameters<typeof ruleOf>[0], count: number) {
  const schedule = { rule: ruleOf(rhythm, startsOn), startsOn, nextFrom: startsOn, charging: 'advance' as const }
  return periodsToCome(schedule, endless, 0, count).map(({ firstDay }) => firstDay)
}

describe('the days of a rule', () => {
  it.each([
    ['2026-01-31', monthly, ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    ['2026-01-30', monthly, ['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30']],
    ['2028-01-29', monthly, ['2028-01-29', '2028-02-29', '2028-03-29', '2028-04-29']],
    ['2026-02-28', { ...monthly, onLastDay: true }, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['2026-02-28', monthly, ['2026-02-28', '2026-03-28', '2026-04-28', '2026-05-28']],
    ['2028-02-29', { ...monthly, unit: 'year' }, ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28']],
    ['2026-11-30', { ...monthly, every: 3 }, ['2026-11-30', '2027-02-28', '2027-05-30', '2027-08-30']],
    ['2026-10-25', { ...monthly, unit: 'week', every: 2 }, ['2026-10-25', '2026-11-08', '2026-11-22', '2026-12-06']],
  ] as const)('from %s on, %o', (startsOn, rhythm, expected) => {
    expect(firstDays(startsOn, rhythm, 4)).toEqual(expected)
  })

  it('are whole days without an end of their own', () => {
    for (const rule of [
      'FREQ=HOURLY',
      'FREQ=MONTHLY;COUNT=3',
      'FREQ=DAILY;UNTIL=20270101',
      'FREQ=DAILY;BYHOUR=9',
      'every month',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    ])
      expect(() => refuseUnfitRule(rule, '2026-11-24')).toThrow()
    expect(() => refuseUnfitRule('FREQ=MONTHLY;BYDAY=2TU', '2026-11-24')).not.toThrow()
  })
})

const Day = fc.integer({ min: 0, max: 4000 }).map(days => dayAfter('2024-01-01', days))
const Rhythm = fc.record({ every: fc.integer({ min: 1, max: 14 }), unit: fc.constantFrom(...rhythmUnits), onLastDay: fc.boolean() })
const Schedule = fc
  .record({ startsOn: Day, rhythm: Rhythm, charging: fc.constantFrom(...chargings) })
  .map(({ startsOn, rhythm, charging }) => {
    const onLastDay = rhythm.onLastDay && rhythm.unit === 'month' && isLastOfMonth(startsOn)
    return { rule: ruleOf({ ...rhythm, onLastDay }, startsOn), startsOn, nextFrom: startsOn, charging }
  })

describe('the periods of a rule', () => {
  it('follow each other without a gap, each is charged once, and after its start or its end', () => {
    fc.assert(
      fc.property(Schedule, schedule => {
        const periods = periodsToCome(schedule, endless, 0, 12)
        expect(periods).toHaveLength(12)
        for (const [place, { firstDay, lastDay, dueOn }] of periods.entries()) {
          expect(firstDay).toBe(place === 0 ? schedule.startsOn : dayAfter(periods[place - 1]!.lastDay))
          expect(dueOn).toBe(schedule.charging === 'advance' ? firstDay : dayAfter(lastDay))
          expect(lastDay >= firstDay).toBe(true)
        }
        expect(new Set(periods.map(({ dueOn }) => dueOn)).size).toBe(12)
      }),
      { numRuns: 25 },
    )
  })

  it('are the same when counted on from any of them: nothing is remembered but where the next one begins', () => {
    fc.assert(
      fc.property(Schedule, fc.integer({ min: 1, max: 10 }), (schedule, stop) => {
        const all = periodsToCome(schedule, endless, 0, 12)
        const rest = periodsToCome({ ...schedule, nextFrom: all[stop]!.firstDay }, endless, stop, 12 - stop)
        expect(rest).toEqual(all.slice(stop))
      }),
      { numRuns: 15 },
    )
  })

  it('end with their number, or with the last that begins in time', () => {
    const schedule = {
      rule: 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1',
      startsOn: '2026-01-01',
      nextFrom: '2026-01-01',
      charging: 'arrears' as const,
    }
    expect(periodsToCome(schedule, { ...endless, periods: 3 }, 1, 9)).toHaveLength(2)
    expect(periodsToCome(schedule, { ...endless, endsOn: '2026-03-01' }, 0, 9).at(-1)).toEqual({
      firstDay: '2026-03-01',
      lastDay: '2026-03-31',
      dueOn: '2026-04-01',
    })
  })

  it('that fell into a pause are passed over', () => {
    const schedule = {
      rule: 'FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1',
      startsOn: '2026-01-01',
      nextFrom: '2026-02-01',
      charging: 'advance' as const,
    }
    expect(resumedFrom(schedule, '2026-05-15')).toBe('2026-06-01')
    expect(resumedFrom(schedule, '2026-05-01')).toBe('2026-05-01')
    expect(resumedFrom({ ...schedule, charging: 'arrears' }, '2026-05-15')).toBe('2026-05-01')
  })
})

describe('a rule in words', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(Day, Rhythm, (startsOn, rhythm) => {
        const onLastDay = rhythm.unit !== 'week' && rhythm.onLastDay && isLastOfMonth(startsOn)
        const rule = ruleOf({ ...rhythm, onLastDay }, startsOn)
        const read = rhythmOf(rule, startsOn)
        expect(read && ruleOf(read, startsOn)).toBe(rule)
      }),
      { numRuns: 25 },
    )
    expect(rhythmOf('FREQ=MONTHLY;BYDAY=2TU', '2026-11-24')).toBeNull()
  })
})
