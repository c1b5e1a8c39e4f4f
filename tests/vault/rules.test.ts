import { expect, it } from 'vitest'
import { secondsToWait } from '../../shared/vault/rules.ts'

const now = new Date('2026-11-28T09:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()

it('a slip costs nothing, guessing more each time, and never more than five minutes', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 20].map(count => secondsToWait({ count, lastAt: ago(0) }, now))
  expect(pauses).toEqual([0, 0, 0, 2, 4, 8, 16, 300])
})

it('who has waited may try again, and a clock that was set back keeps nobody out', () => {
  expect(secondsToWait({ count: 5, lastAt: ago(3) }, now)).toBe(5)
  expect(secondsToWait({ count: 5, lastAt: ago(8) }, now)).toBe(0)
  expect(secondsToWait({ count: 20, lastAt: ago(-3600) }, now)).toBe(0)
})
