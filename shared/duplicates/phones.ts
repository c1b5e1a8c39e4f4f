import type { Comparison, Shares } from './compare.ts'
import { at } from './fields.ts'

/** The best of all pairs: one number in common is enough. */
export function comparePhones(a: readonly number[], b: readonly number[], shares: Shares, into: Comparison) {
  if (a.length === 0 || b.length === 0) return
  let best = 2
  let share = 1
  for (const one of a) {
    for (const other of b) {
      if (one === other || endsAlike(one, other)) {
        best = 0
        share = Math.min(share, shares.phone(one))
      } else if (best === 2 && isOneSlip(one, other)) best = 1
    }
  }
  into.levels[at.phone] = best
  if (best === 0) into.shares[at.phone] = share
}

/** Written without its area, a number is the end of the whole one. */
function endsAlike(a: number, b: number) {
  const shorter = Math.min(a, b)
  return shorter >= 1_000_000 && shorter < 10_000_000 && a % 10_000_000 === b % 10_000_000
}

/** One digit differs, or two neighbours changed places. */
function isOneSlip(a: number, b: number) {
  let [rest, other, apart, first] = [a, b, 0, 0]
  for (let place = 0; rest > 0 || other > 0; place++) {
    const [digit, counterpart] = [rest % 10, other % 10]
    if (digit !== counterpart) {
      apart++
      if (apart > 2) return false
      if (apart === 2 && (place !== first + 1 || !areSwapped(a, b, first))) return false
      first = place
    }
    rest = Math.trunc(rest / 10)
    other = Math.trunc(other / 10)
  }
  return apart > 0
}

function areSwapped(a: number, b: number, place: number) {
  const scale = 10 ** place
  const [x, y] = [Math.trunc(a / scale) % 100, Math.trunc(b / scale) % 100]
  return x % 10 === Math.trunc(y / 10) && y % 10 === Math.trunc(x / 10)
}
