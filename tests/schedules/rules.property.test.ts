import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rhythm } from '../../shared/schedules/model.ts'
import { lastDue, mayTryAgain, nextDue, periodBefore, waitedFor } from '../../shared/schedules/rules.ts'
import { clockIn, dayAfter, weekdayOf } from '../../shared/zone.ts'

const at = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
const rhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  at.map(at => ({ every: 'day' as const, at })),
  fc.tuple(fc.integer({ min: 1, max: 7 }), at).map(([on, at]) => ({ every: 'week' as const, on, at })),
  fc.tuple(fc.integer({ min: 1, max: 31 }), at).map(([on, at]) => ({ every: 'month' as const, on, at })),
)
const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2029, 0, 1) })
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata').map(clockIn)

describe('An export', () => {
  it('is due on its day, never before its time, and next time after it', () => {
    fc.assert(
      fc.property(rhythm, moment, zone, (rhythm, now, clock) => {
        const [last, next] = [lastDue(rhythm, now, clock), nextDue(rhythm, now, clock)]
        const time = (day: string) => clock.reaching(`${day}T${rhythm.at}`)
        expect(time(last)).toBeLessThanOrEqual(now)
        expect(time(next)).toBeGreaterThan(now)
        expect(lastDue(rhythm, time(next), clock)).toBe(next)
        if (rhythm.every === 'week') expect([last, next].map(weekdayOf)).toEqual([rhythm.on, rhythm.on])
        if (rhythm.every === 'month')
          for (const day of [last, next]) expect(Number(day.slice(8)) === rhythm.on || dayAfter(day).endsWith('-01')).toBe(true)
      }),
    )
  })

  it('is made once for each of its days however often somebody looks, and for the last one alone after days off', () => {
    fc.assert(
      fc.property(
        rhythm,
        moment,
        zone,
        fc.array(fc.integer({ min: 1, max: 50 * 24 * 60 }), { minLength: 1, maxLength: 30 }),
        (rhythm, start, clock, gaps) => {
          const since = new Date(start).toISOString()
          let [now, doneOn]: [number, string | null] = [start, null]
          const done: string[] = []
          for (const minutes of gaps) {
            now += minutes * 60_000
            const day = waitedFor({ rhythm, since, doneOn }, now, clock)
            if (day !== null) done.push((doneOn = day))
            expect(waitedFor({ rhythm, since, doneOn }, now, clock)).toBeNull()
            const last = lastDue(rhythm, now, clock)
            expect(doneOn === last || clock.reaching(`${last}T${rhythm.at}`) <= start).toBe(true)
          }
          expect(done).toEqual([...new Set(done)].sort())
        },
      ),
    )
  })

  it('is about the whole of what was before its day', () => {
    const day = { every: 'day', at: '08:00' } as const
    expect(periodBefore(day, '2026-03-01', 1)).toEqual({ from: '2026-02-28', to: '2026-02-28' })
    expect(periodBefore({ ...day, every: 'week', on: 3 }, '2026-11-25', 1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(periodBefore({ ...day, every: 'month', on: 31 }, '2026-11-30', 1)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  })

  it('that failed is tried again after two minutes, then less and less often', () => {
    const triedAt = '2026-11-21T12:00:00.000Z'
    const after = (minutes: number, attempts: number) => mayTryAgain({ triedAt, attempts }, Date.parse(triedAt) + minutes * 60_000)
    expect([after(1, 1), after(2, 1), after(7, 3), after(8, 3), after(59, 30), after(60, 30)]).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ])
  })
})
