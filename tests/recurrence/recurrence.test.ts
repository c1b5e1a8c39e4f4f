import { describe, expect, it } from 'vitest'
import { occurrencesBetween, occurrencesOf } from '../../shared/recurrence/rules.ts'
import { clockIn } from '../../shared/zone.ts'
import { openApp } from '../support/app.ts'
import { dayVectors, timeVectors } from './vectors.ts'

const newYork = 'America/New_York'

/** `1997-09: 2 9` as two days. */
const daysIn = (text: string) =>
  text.split(', ').flatMap(month => {
    const [name, days] = month.split(': ')
    return days!.split(' ').map(day => `${name}-${day.padStart(2, '0')}`)
  })

async function expand(rule: string, start: string, zone?: string, limit?: number) {
  const { call } = await openApp()
  const result = await call('recurrence.expand', { rule, start, zone, limit })
  return result.ok ? (result.value as string[]) : result.reason
}

describe('the examples of RFC 5545', () => {
  it.each(dayVectors)('from %s: %s', async (start, rule, days) => {
    const expected = daysIn(days)
    const starts = await expand(rule, `${start}T09:00`, newYork, rule.match(/COUNT|UNTIL/) ? undefined : expected.length)
    expect(typeof starts === 'string' ? starts : starts.map(at => at.slice(0, 10))).toEqual(expected)
  })

  it.each(timeVectors)('%s', async (rule, times) => {
    const expected = times.split(' ').map(time => `1997-09-02T${time}:00-04:00`)
    expect(await expand(rule, '1997-09-02T09:00', newYork, expected.length)).toEqual(expected)
  })

  it('daily until Christmas Eve', async () => {
    const starts = await expand('FREQ=DAILY;UNTIL=19971224T000000Z', '1997-09-02T09:00', newYork)
    expect([starts.length, starts[0], starts.at(-1)]).toEqual([113, '1997-09-02T09:00:00-04:00', '1997-12-23T09:00:00-05:00'])
  })

  it.each(['FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA', 'FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1'])(
    'every day in three Januaries: %s',
    async rule => {
      const starts = await expand(rule, '1998-01-01T09:00', newYork)
      expect([starts.length, starts[0], starts.at(-1)]).toEqual([93, '1998-01-01T09:00:00-05:00', '2000-01-31T09:00:00-05:00'])
    },
  )
})

describe('over a change of the clocks', () => {
  it('nine o’clock stays nine o’clock', async () => {
    expect(await expand('RRULE:FREQ=WEEKLY;INTERVAL=5;COUNT=4', '2026-02-24T09:00', 'Europe/Berlin')).toEqual([
      '2026-02-24T09:00:00+01:00',
      '2026-03-31T09:00:00+02:00',
      '2026-05-05T09:00:00+02:00',
      '2026-06-09T09:00:00+02:00',
    ])
  })

  it('a time in the hour that is skipped is read as if the clocks had not changed yet', async () => {
    expect(await expand('FREQ=DAILY;COUNT=3', '2026-03-28T02:30', 'Europe/Berlin')).toEqual([
      '2026-03-28T02:30:00+01:00',
      '2026-03-29T03:30:00+02:00',
      '2026-03-30T02:30:00+02:00',
    ])
  })

  it('a time in the hour that comes twice is the first of the two', async () => {
    expect(await expand('FREQ=DAILY;COUNT=3', '2026-10-24T02:30', 'Europe/Berlin')).toEqual([
      '2026-10-24T02:30:00+02:00',
      '2026-10-25T02:30:00+02:00',
      '2026-10-26T02:30:00+01:00',
    ])
  })

  it('an end in Greenwich is an end on the wall', async () => {
    expect(await expand('FREQ=DAILY;UNTIL=20261014T080000Z', '2026-10-13T09:00', 'Europe/London')).toHaveLength(2)
    expect(await expand('FREQ=DAILY;UNTIL=20261014T075959Z', '2026-10-13T09:00', 'Europe/London')).toHaveLength(1)
    expect(await expand('FREQ=DAILY;UNTIL=20261014T090000', '2026-10-13T09:00', 'Europe/London')).toHaveLength(2)
    expect(await expand('FREQ=DAILY;UNTIL=20261014', '2026-10-13T09:00', 'Europe/London')).toHaveLength(2)
  })
})

describe('a rule', () => {
  it('of the 29th of February falls on leap years only', async () => {
    const starts = await expand('FREQ=YEARLY;COUNT=3', '2028-02-29T10:00', 'Europe/Berlin')
    expect(starts).toEqual(['2028-02-29T10:00:00+01:00', '2032-02-29T10:00:00+01:00', '2036-02-29T10:00:00+01:00'])
  })

  it('counts in the zone of the shop, unless another is named', async () => {
    const { api } = await openApp()
    await api('settings.update', { zone: 'Asia/Kathmandu' })
    const rule = { rule: 'freq=daily;count=1;', start: '2026-10-13T09:00' }
    expect(await api('recurrence.expand', rule)).toEqual(['2026-10-13T09:00:00+05:45'])
  })

  it.each([
    '',
    'every week',
    'FREQ=SOMETIMES',
    'INTERVAL=2',
    'FREQ=DAILY;FREQ=WEEKLY;COUNT=2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=-1',
    'FREQ=DAILY;COUNT=2.5',
    'FREQ=DAILY;COUNT=2;UNTIL=20270101',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY; COUNT=2',
    'FREQ=DAILY;COUNT=2\nEXDATE:20261013T090000Z',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=DAILY;RSCALE=CHINESE;COUNT=2',
    'FREQ=DAILY;CONSTRUCTOR=1',
  ])('that is none is refused: %j', async rule => {
    expect(await expand(rule, '2026-10-13T09:00', 'Europe/Berlin')).toBe('ruleInvalid')
  })

  it.each([
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
    'FREQ=DAILY;UNTIL=20200101T000000Z',
    'FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17;BYMINUTE=1,2,3,4;BYSECOND=1,2,3,4;BYSETPOS=300',
  ])('that never falls on any day is given up: %s', async rule => {
    expect(await expand(rule, '2026-10-13T09:00', 'Europe/Berlin')).toBe('ruleEmpty')
  })

  it('without an end is cut where it is asked to be', async () => {
    expect(await expand('FREQ=SECONDLY', '2026-10-13T09:00', 'Europe/Berlin', 10_000)).toHaveLength(10_000)
    const yearly = await expand('FREQ=YEARLY', '2026-10-13T09:00', 'Europe/Berlin', 10_000)
    expect(yearly.at(-1)).toBe('9999-10-13T09:00:00+02:00')
    expect(await expand('FREQ=YEARLY;INTERVAL=99999', '2026-10-13T09:00', 'Europe/Berlin')).toHaveLength(1)
  })
})

describe('a series', () => {
  const berlin = clockIn('Europe/Berlin')

  it('is all that comes of a rule with an end, a year of days at most', () => {
    expect(occurrencesOf('FREQ=WEEKLY;COUNT=2', '2026-10-20T09:00', berlin)).toEqual([
      { wall: '2026-10-20T09:00:00', instant: Date.parse('2026-10-20T07:00:00Z') },
      { wall: '2026-10-27T09:00:00', instant: Date.parse('2026-10-27T08:00:00Z') },
    ])
    expect(occurrencesOf('FREQ=DAILY;COUNT=366', '2026-10-20T09:00', berlin)).toHaveLength(366)
  })

  it.each([
    ['FREQ=DAILY', 'ruleEndless'],
    ['FREQ=DAILY;COUNT=367', 'ruleTooLong'],
    ['FREQ=SECONDLY;COUNT=10000', 'ruleTooLong'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=20', 'ruleTooLong'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=20', 'ruleEmpty'],
    ['FREQ=NEVER', 'ruleInvalid'],
  ])('is not made of %s', (rule, reason) => {
    expect(() => occurrencesOf(rule, '2026-10-20T09:00', berlin)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ reason }) as unknown }),
    )
  })

  it('that began long ago is known between any two days', () => {
    const time = { from: Date.parse('2026-10-24T00:00Z'), to: Date.parse('2026-10-27T00:00Z'), limit: 10 }
    const walls = (rule: string, over = {}) =>
      occurrencesBetween(rule, '1950-01-01T09:00', berlin, { ...time, ...over }).occurrences.map(({ wall }) => wall)
    expect(walls('FREQ=DAILY')).toEqual(['2026-10-24T09:00:00', '2026-10-25T09:00:00', '2026-10-26T09:00:00'])
    expect(walls('FREQ=DAILY', { limit: 2 })).toEqual(['2026-10-24T09:00:00', '2026-10-25T09:00:00'])
    expect(walls('FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30')).toEqual([])
  })
})
