import type { Comparison, Shares } from './compare.ts'
import { isOneSlip } from './digits.ts'
import { at } from './fields.ts'

/** The best of all pairs: one number in common is enough. */
export function comparePhones(a: readonly number[], b: readonly number[], shares: Shares, into: Comparison) {
  if (a.length === 0 || b.length === 0) return
  let best = 2
  let share = 1
  for (const one of a) {
    for (const other of b) {
      if (areSameNumber(one, other)) {
        best = 0
        share = Math.min(share, shares.phone(one))
      } else if (best === 2 && isOneSlip(one, other)) best = 1
    }
  }
  into.levels[at.phone] = best
  if (best === 0) into.shares[at.phone] = share
}

/** Written without its area, a number is the end of the whole one. */
export function areSameNumber(a: number, b: number) {
  if (a === b) return true
  const shorter = Math.min(a, b)
  return shorter >= 1_000_000 && shorter < 10_000_000 && a % 10_000_000 === b % 10_000_000
}
