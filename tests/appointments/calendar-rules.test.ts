import { describe, expect, it } from 'vitest'
import { daysOf, stepped } from '../../renderer/appointments/range.ts'
import { eachDay } from '../../renderer/ui/month.ts'
import { mostBesideIn } from '../../renderer/appointments/week-crowd.ts'
import { openMinutes, shownHours, total, usualMinutes, without, workable } from '../../renderer/appointments/hours.ts'
import { firstRepeat, ruleOf } from '../../renderer/appointments/booking/repeat.ts'
import { newContact, splitTyped } from '../../renderer/appointments/booking/clients.ts'
import { suggestedDeposit } from '../../renderer/appointments/booking/draft.ts'
import { inWeeksOrDays } from '../../renderer/appointments/rhythm-words.ts'
import { lateBy } from '../../renderer/appointments/side/arrivals.ts'
import { beside } from '../../renderer/appointments/visit/position.ts'
import { nextStatus, openSteps } from '../../renderer/appointments/visit/steps.ts'
import { atMinute, minutesBetween, plusMinutes, snapped } from '../../renderer/appointments/walls.ts'
import type { WeekHours } from '../../shared/hours/model.ts'

describe('the days of a view', () => {
  it.each([
    ['day', '2026-11-24', '2026-11-25'],
    ['week', '2026-11-23', '2026-11-30'],
    ['list', '2026-11-23', '2026-11-30'],
    ['month', '2026-10-26', '2026-12-07'],
  ] as const)('of a %s are from %s to before %s', (view, from, to) => {
    expect(daysOf(view, '2026-11-24')).toEqual({ from, to })
  })

  it('of a month that begins on a Monday begin with it', () => {
    expect(daysOf('month', '2027-02-10')).toEqual({ from: '2027-02-01', to: '2027-03-01' })
  })

  it.each([
    ['day', '2026-12-31', 1, '2027-01-01'],
    ['week', '2026-11-24', -1, '2026-11-17'],
    ['month', '2027-01-31', 1, '2027-02-28'],
  ] as const)('a step by a %s from %s by %i leads to %s', (view, day, by, next) => {
    expect(stepped(view, day, by)).toBe(next)
  })

  it('are listed one by one', () => {
    expect(eachDay({ from: '2026-02-27', to: '2026-03-02' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  })
})

describe('wall times', () => {
  it('are reckoned with as if no clock ever changed', () => {
    expect(plusMinutes('2027-03-28T01:30', 60)).toBe('2027-03-28T02:30')
    expect(minutesBetween('2026-10-25T02:00', '2026-10-25T04:00')).toBe(120)
  })

  it('go on after midnight, and onto the grid', () => {
    expect(atMinute('2026-11-24', 24 * 60)).toBe('2026-11-25T00:00')
    expect(snapped('2026-11-24T09:14', 15)).toBe('2026-11-24T09:00')
  })
})

describe('the hours of a day', () => {
  const nine = [{ from: '09:00', to: '18:00' }]
  const week: WeekHours = [nine, nine, nine, nine, nine, [], []]
  const jana = {
    id: 1,
    name: 'Jana',
    colour: 'green' as const,
    services: [],
    archivedAt: null,
    hours: {
      weeks: [
        [
          [
            { from: '08:00', to: '12:00' },
            { from: '13:00', to: '20:00' },
          ],
          ...Array.from({ length: 6 }, () => []),
        ],
      ],
      from: '2026-11-23',
    },
  }

  it('are those of the person within those of the shop', () => {
    expect(workable(jana, { week, closures: [], absences: [] }, '2026-11-23')).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1080 },
    ])
  })

  it('are none on a day of leave, and others on a day with a closure', () => {
    const leave = { id: 1, staffId: 1, reason: 'leave' as const, note: '', firstDay: '2026-11-23', lastDay: '2026-11-23', hours: [] }
    const half = { id: 1, name: 'Half day', firstDay: '2026-11-23', lastDay: '2026-11-23', hours: [{ from: '09:00', to: '10:00' }] }
    expect(workable(jana, { week, closures: [], absences: [leave] }, '2026-11-23')).toEqual([])
    expect(workable(jana, { week, closures: [half], absences: [{ ...leave, staffId: 2 }] }, '2026-11-23')).toEqual([{ from: 540, to: 600 }])
  })

  it('are as usual for drawing, also in a week that is closed', () => {
    const closure = { id: 1, name: 'Holidays', firstDay: '2026-11-01', lastDay: '2026-12-31', hours: [] }
    expect(usualMinutes({ week, closures: [closure], absences: [] }, '2026-11-29')).toEqual(
      eachDay(daysOf('week', '2026-11-29')).flatMap(day => openMinutes({ week, closures: [], absences: [] }, day)),
    )
    expect(shownHours(usualMinutes({ week, closures: [closure], absences: [] }, '2026-11-29'))).toEqual({ from: 540, to: 1080 })
  })

  it('leave the rest of the day to be hatched', () => {
    expect(without([{ from: 540, to: 720 }])).toEqual([
      { from: 0, to: 540 },
      { from: 720, to: 1440 },
    ])
    expect(without([])).toEqual([{ from: 0, to: 1440 }])
  })

  it('are shown from the first full hour to the last', () => {
    expect(
      shownHours([
        { from: 570, to: 600 },
        { from: 1000, to: 1085 },
      ]),
    ).toEqual({ from: 540, to: 1140 })
    expect(shownHours([])).toEqual({ from: 540, to: 1080 })
    expect(
      total([
        { from: 540, to: 600 },
        { from: 700, to: 730 },
      ]),
    ).toBe(90)
  })
})

it('draws no more visits beside each other than have room for their times', () => {
  expect([0, 300, 858, 1176, 2400].map(mostBesideIn)).toEqual([4, 1, 2, 3, 4])
})

describe('a repetition', () => {
  const every5 = { ...firstRepeat('2026-11-24', 33), count: 10 }

  it('is written as a rule', () => {
    expect(ruleOf(every5, 'Europe/Berlin')).toBe('FREQ=WEEKLY;INTERVAL=5;BYDAY=TU;COUNT=10')
    expect(ruleOf({ ...every5, unit: 'month' }, 'Europe/Berlin')).toBe('FREQ=MONTHLY;INTERVAL=5;COUNT=10')
  })

  it('ends with the last day on the shop’s wall', () => {
    const until = { ...every5, ends: 'until', until: '2027-03-31' } as const
    expect(ruleOf(until, 'Europe/Berlin')).toBe('FREQ=WEEKLY;INTERVAL=5;BYDAY=TU;UNTIL=20270331T215959Z')
    expect(ruleOf(until, 'America/Los_Angeles')).toBe('FREQ=WEEKLY;INTERVAL=5;BYDAY=TU;UNTIL=20270401T065959Z')
  })
})

describe('a client who is new', () => {
  it.each([
    ['Anna Petersen', { name: 'Anna Petersen', phone: '' }],
    ['Anna Petersen 0176 123 45 67', { name: 'Anna Petersen', phone: '0176 123 45 67' }],
    ['Studio 54', { name: 'Studio 54', phone: '' }],
    ['+49 176 1234', { name: '', phone: '+49 176 1234' }],
  ])('is read from %j', (text, parts) => {
    expect(splitTyped(text)).toEqual(parts)
  })

  it('is a person, or a firm where the name says so', () => {
    expect(newContact({ name: 'Anna Petersen', phone: '0176 1' })).toMatchObject({
      givenName: 'Anna',
      familyName: 'Petersen',
      phones: [{ number: '0176 1' }],
    })
    expect(newContact({ name: 'Hansen GmbH', phone: '' })).toEqual({ kind: 'company', organization: 'Hansen GmbH', phones: [] })
  })
})

it('asks for half the price from the second no-show on', () => {
  expect(suggestedDeposit(2, { noShows: 1 }, 4500)).toBeNull()
  expect(suggestedDeposit(2, { noShows: 2 }, 4500)).toBe(2250)
  expect(suggestedDeposit(null, { noShows: 9 }, 4500)).toBeNull()
  expect(suggestedDeposit(2, { noShows: 2 }, 0)).toBeNull()
})

it.each([
  [35, 'weeks', 5],
  [7, 'weeks', 1],
  [10, 'days', 10],
  [33.4, 'weeks', 5],
])('speaks of %d days as %s: %i', (days, unit, count) => {
  expect(inWeeksOrDays(days)).toEqual({ unit, count })
})

it('says by how much somebody is late', () => {
  expect(lateBy({ start: '2026-11-24T10:45' }, '2026-11-24T10:56')).toBe(11)
  expect(lateBy({ start: '2026-11-24T11:00' }, '2026-11-24T10:56')).toBe(0)
})

describe('the steps of a visit', () => {
  it('lead on from where it is', () => {
    expect(openSteps({ status: 'booked', kind: 'visit' })).toEqual(['c', 'a', 's', 'd', 'n'])
    expect(openSteps({ status: 'arrived', kind: 'visit' })).toEqual(['s', 'd'])
    expect(openSteps({ status: 'cancelled', kind: 'visit' })).toEqual([])
    expect(openSteps({ status: 'booked', kind: 'block' })).toEqual([])
  })
})

it.each([
  ['booked', '2026-11-24', 'arrived'],
  ['confirmed', '2026-11-24', 'arrived'],
  ['booked', '2026-11-27', 'confirmed'],
  ['confirmed', '2026-11-27', null],
  ['booked', '2026-11-20', 'done'],
  ['arrived', '2026-11-24', 'inService'],
  ['inService', '2026-11-24', 'done'],
  ['done', '2026-11-24', null],
  ['noShow', '2026-11-20', null],
] as const)('suggests for a visit that is %s on %s, on the 24th: %s', (status, day, next) => {
  expect(nextStatus({ status, start: `${day}T10:00` }, '2026-11-24')).toBe(next)
})

describe('what opens beside a block', () => {
  const panel = { width: 300, height: 400 }
  const window = { width: 1000, height: 600 }

  it.each([
    ['on its right', { left: 100, top: 50, right: 300, bottom: 100 }, { left: 308, top: 42 }],
    ['on its left where there is no room', { left: 700, top: 50, right: 950, bottom: 100 }, { left: 392, top: 42 }],
    ['and never outside the window', { left: 200, top: 500, right: 900, bottom: 550 }, { left: 200, top: 188 }],
  ])('is %s', (_where, anchor, place) => {
    expect(beside(anchor, panel, window)).toEqual(place)
  })
})
