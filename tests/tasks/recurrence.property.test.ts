import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAfter } from '../../shared/tasks/recurrence.ts'
import { firstOccurrences } from '../../shared/recurrence/rules.ts'
import { clockIn, dayAfter, weekdayOf } from '../../shared/zone.ts'

const clock = clockIn('Europe/Berlin')
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const day = fc.integer({ min: 0, max: 2000 }).map(days => dayAfter('2024-01-01', days))
const pace = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
const every = fc.integer({ min: 1, max: 5 })

describe('a task that repeats', () => {
  it('never comes before the day it was done, and never at a time that it had already', () => {
    fc.assert(
      fc.property(day, pace, every, fc.integer({ min: -400, max: 4000 }), (due, freq, interval, late) => {
        const doneOn = dayAfter(due, late)
        const next = nextAfter({ due, repeats: { rule: `FREQ=${freq};INTERVAL=${interval}`, from: 'schedule' }, doneOn, clock })
        // The 29th of February, the 31st: they come, but maybe not within the years that anybody looks.
        if (next === null) return expect(freq).not.toBe('DAILY')
        expect(next.due > due && next.due >= doneOn).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('done each time on its day, stands where its rule says', () => {
    fc.assert(
      fc.property(day, pace, every, (start, freq, interval) => {
        const rule = `FREQ=${freq};INTERVAL=${interval}`
        const expected = firstOccurrences(rule, `${start}T00:00`, clock, 6).occurrences.map(({ wall }) => wall.slice(0, 10))
        const seen = [start]
        for (let step = 1; step < expected.length; step++) {
          const next = nextAfter({ due: seen.at(-1)!, repeats: { rule, from: 'schedule' }, doneOn: seen.at(-1)!, clock })
          seen.push(next!.due)
        }
        expect(seen).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('comes as often as its rule counts, whatever is late', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 8 }), fc.constantFrom('schedule' as const, 'done' as const), (start, count, from) => {
        let at = { rule: `FREQ=DAILY;COUNT=${count}`, due: start }
        let tasks = 1
        for (let next = nextAfter({ ...of(at, from), clock }); next; next = nextAfter({ ...of(at, from), clock })) {
          at = next
          tasks++
        }
        expect(tasks).toBe(count)
      }),
    )
    function of({ rule, due }: { rule: string; due: string }, from: 'schedule' | 'done') {
      return { due, repeats: { rule, from }, doneOn: due }
    }
  })

  it('by weekday lands on that weekday, also where it did not begin there', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), every, (due, weekday, interval) => {
        const rule = `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days[weekday - 1]}`
        expect(weekdayOf(nextAfter({ due, repeats: { rule, from: 'schedule' }, doneOn: due, clock })!.due)).toBe(weekday)
      }),
    )
  })

  it('from the day it was done counts from that day, and keeps its time', () => {
    const next = nextAfter({
      due: '2026-11-24T09:30',
      repeats: { rule: 'FREQ=WEEKLY;INTERVAL=2', from: 'done' },
      doneOn: '2026-11-27',
      clock,
    })
    expect(next).toEqual({ rule: 'FREQ=WEEKLY;INTERVAL=2', due: '2026-12-11T09:30' })
  })

  it('after its last day comes no more', () => {
    const repeats = { rule: 'FREQ=DAILY;UNTIL=20261125', from: 'schedule' as const }
    expect(nextAfter({ due: '2026-11-24', repeats, doneOn: '2026-11-24', clock })?.due).toBe('2026-11-25')
    expect(nextAfter({ due: '2026-11-25', repeats, doneOn: '2026-11-25', clock })).toBe(null)
    expect(nextAfter({ due: '2026-11-24', repeats, doneOn: '2026-12-24', clock })).toBe(null)
  })
})
