import { describe, expect, it } from 'vitest'
import type { DayHours } from '../../shared/hours/model.ts'
import { daysAway, openHours, workingHours } from '../../shared/hours/rules.ts'
import { clockIn } from '../../shared/zone.ts'

const berlin = clockIn('Europe/Berlin')
const day: DayHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
]
const evening: DayHours = [{ from: '14:00', to: '20:00' }]
const week = (hours: DayHours, free = 6): DayHours[] => Array.from({ length: 7 }, (_, index) => (index >= free ? [] : hours))
const weekly = (hours: DayHours[]) => ({ weeks: [hours], from: '2026-01-05' })
const walls = (intervals: readonly { start: number; end: number }[], clock = berlin) =>
  intervals.map(({ start, end }) => `${clock.localOf(start)} ${clock.localOf(end)}`)
const on = (first: string, last = first) => ({ first, last })

describe('hours', () => {
  it('have breaks and days off', () => {
    expect(walls(workingHours(weekly(week(day)), [], on('2026-11-28', '2026-11-30'), berlin))).toEqual([
      '2026-11-28T09:00 2026-11-28T12:00',
      '2026-11-28T13:00 2026-11-28T18:00',
      '2026-11-30T09:00 2026-11-30T12:00',
      '2026-11-30T13:00 2026-11-30T18:00',
    ])
  })

  it('take turns by the week, before their first day, too', () => {
    const hours = { weeks: [week(day), week(evening)], from: '2026-11-25' }
    const mondays = ['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07']
    expect(mondays.map(monday => walls(workingHours(hours, [], on(monday), berlin)).length)).toEqual([2, 1, 2, 1, 2])
    expect(walls(workingHours(hours, [], on('2026-11-28'), berlin)).length).toBe(2)
  })

  it('are replaced by those of an absence or a closure, and by what both leave where two meet', () => {
    const absence = { firstDay: '2026-11-24', lastDay: '2026-11-25', hours: [{ from: '10:00', to: '15:00' }] }
    const other = { firstDay: '2026-11-25', lastDay: '2026-11-26', hours: evening }
    expect(walls(openHours(week(day), [absence, other], on('2026-11-24', '2026-11-26'), berlin))).toEqual([
      '2026-11-24T10:00 2026-11-24T15:00',
      '2026-11-25T14:00 2026-11-25T15:00',
      '2026-11-26T14:00 2026-11-26T20:00',
    ])
    const away = { firstDay: '2026-11-20', lastDay: '2026-11-24', hours: [] }
    expect(openHours(week(day), [away], on('2026-11-24'), berlin)).toEqual([])
  })

  it('go on over midnight where the next day begins with it', () => {
    const hours = week([
      { from: '00:00', to: '02:00' },
      { from: '22:00', to: '24:00' },
    ])
    expect(walls(openHours(hours, [], on('2026-11-24', '2026-11-25'), berlin))).toEqual([
      '2026-11-24T00:00 2026-11-24T02:00',
      '2026-11-24T22:00 2026-11-25T02:00',
      '2026-11-25T22:00 2026-11-26T00:00',
    ])
  })

  it('keep to the wall when the clocks change', () => {
    const hours = week([{ from: '00:30', to: '09:00' }], 7)
    const lengths = ['2026-03-28', '2026-03-29', '2026-10-25'].map(date => {
      const [only] = openHours(hours, [], on(date), berlin)
      return (only!.end - only!.start) / 3_600_000
    })
    expect(lengths).toEqual([8.5, 7.5, 9.5])
  })

  it('end and begin with the change where they would end or begin in the hour that is skipped', () => {
    const hours = week(
      [
        { from: '00:00', to: '02:10' },
        { from: '02:40', to: '04:00' },
      ],
      7,
    )
    expect(openHours(hours, [], on('2026-03-29'), berlin)).toEqual([
      { start: Date.parse('2026-03-28T23:00:00Z'), end: Date.parse('2026-03-29T02:00:00Z') },
    ])
    const santiago = clockIn('America/Santiago')
    expect(openHours(week([{ from: '00:00', to: '02:00' }], 7), [], on('2026-09-06'), santiago)).toEqual([
      { start: Date.parse('2026-09-06T04:00:00Z'), end: Date.parse('2026-09-06T05:00:00Z') },
    ])
  })
})

describe('days away', () => {
  it('are those of an absence with a reason, within the days that were asked for', () => {
    const absence = { id: 1, staffId: 1, note: '', hours: [] }
    const absences = [
      { ...absence, reason: 'sick', firstDay: '2026-11-20', lastDay: '2026-11-24' },
      { ...absence, reason: 'leave', firstDay: '2026-11-25', lastDay: '2026-11-25' },
      { ...absence, reason: 'otherHours', firstDay: '2026-11-26', lastDay: '2026-11-26' },
    ] as const
    expect(walls(daysAway(absences, on('2026-11-23', '2026-11-30'), berlin))).toEqual(['2026-11-23T00:00 2026-11-26T00:00'])
  })

  it('begin when midnight is over where the clock skips it', () => {
    const absence = { id: 1, staffId: 1, note: '', hours: [], reason: 'leave' as const, firstDay: '2026-09-06', lastDay: '2026-09-06' }
    expect(daysAway([absence], on('2026-09-06'), clockIn('America/Santiago'))).toEqual([
      { start: Date.parse('2026-09-06T04:00:00Z'), end: Date.parse('2026-09-07T03:00:00Z') },
    ])
  })
})
