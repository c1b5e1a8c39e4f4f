import { describe, expect, it } from 'vitest'
import { averageMinutes, mondayForAll, nextRange, readTime, weekMinutes } from '../../shared/hours/week.ts'

const day = [{ from: '09:00', to: '17:00' }]
const withBreak = [
  { from: '08:00', to: '12:30' },
  { from: '13:00', to: '24:00' },
]

describe('a week of hours', () => {
  it('is as long as its days without their breaks, weeks that take turns on average', () => {
    const [long, short] = [
      [withBreak, day, [], [], [], [], []],
      [day, [], [], [], [], [], []],
    ]
    expect(weekMinutes(long!)).toBe(15.5 * 60 + 8 * 60)
    expect(averageMinutes({ weeks: [long!, short!], from: '2026-01-05' })).toBe((23.5 * 60 + 8 * 60) / 2)
  })

  it('can have on all days until Friday what Monday has', () => {
    expect(mondayForAll([withBreak, day, [], [], day, day, []])).toEqual([withBreak, withBreak, withBreak, withBreak, withBreak, day, []])
  })

  it('goes on after a break where hours are added, within the day', () => {
    expect(nextRange([])).toEqual({ from: '09:00', to: '17:00' })
    expect(nextRange([{ from: '08:00', to: '12:30' }])).toEqual({ from: '13:30', to: '17:30' })
    expect(nextRange([{ from: '08:00', to: '21:00' }])).toEqual({ from: '22:00', to: '24:00' })
    expect(nextRange([{ from: '08:00', to: '23:00' }])).toBeNull()
    expect(nextRange([{ from: '08:00', to: '24:00' }])).toBeNull()
  })
})

describe('a time of day', () => {
  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['930', '09:30'],
    ['1745', '17:45'],
    ['9h15', '09:15'],
    ['5 pm', '17:00'],
    ['12am', '00:00'],
    ['9:30 a.m.', '09:30'],
    ['9:30\u202fPM', '21:30'],
    ['12:30 PM', '12:30'],
    [' 09:00 ', '09:00'],
    ['24:00', '24:00'],
    ['noon', 'noon'],
    ['', ''],
  ])('that is typed as %j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time)
  })
})
