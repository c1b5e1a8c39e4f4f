import type { Comparison, Shares } from './compare.ts'
import type { Likeness } from './likeness.ts'
import { at } from './fields.ts'
import { edits } from './letters.ts'
import type { Home } from './profile.ts'

export const homeLevel = { same: 0, street: 1, neighbour: 2, garbled: 3, elsewhere: 4, place: 5, otherStreet: 6, different: 7 } as const

/** The best of all pairs of addresses. */
export function compareHomes(a: readonly Home[], b: readonly Home[], shares: Shares, into: Comparison) {
  let best = -1
  let share = 0
  for (const one of a) {
    for (const other of b) {
      const level = compareTwo(one, other, into.likeness)
      if (level < 0 || (best >= 0 && level > best)) continue
      const found = shareOf(level, one, other, shares)
      // Of two that say the same, the one that says less: whichever contact comes first, it is the same one.
      share = level === best ? Math.max(share, found) : found
      best = level
    }
  }
  into.levels[at.address] = best
  into.shares[at.address] = share
}

function compareTwo(a: Home, b: Home, likeness: Likeness) {
  const place = comparePlaces(a, b, likeness)
  if (!a.street || !b.street) return place === null ? -1 : place ? homeLevel.place : homeLevel.different
  const alike = likeness.streets(a.street, b.street)
  const number = a.number && b.number ? a.number === b.number : null
  if (place === false) return alike >= 0.7 && number ? homeLevel.elsewhere : homeLevel.different
  if (alike >= 0.7) return number === false ? homeLevel.neighbour : number || a.street === b.street ? homeLevel.same : homeLevel.street
  if (alike >= 0.4 && number) return homeLevel.garbled
  return place ? homeLevel.otherStreet : homeLevel.different
}

/** null where there is nothing to compare. */
function comparePlaces(a: Home, b: Home, likeness: Likeness) {
  const code = a.postalCode && b.postalCode ? a.postalCode === b.postalCode || edits(a.postalCode.text, b.postalCode.text, 1) <= 1 : null
  const locality = a.locality && b.locality ? likeness.localities(a.locality, b.locality) === 1 : null
  if (code === null) return locality
  return locality === null ? code : code || locality
}

function shareOf(level: number, a: Home, b: Home, shares: Shares) {
  if (level === homeLevel.place || level === homeLevel.otherStreet) {
    if (a.postalCode && a.postalCode === b.postalCode) return shares.place(a.postalCode, true)
    return a.locality && b.locality ? Math.max(shares.place(a.locality, false), shares.place(b.locality, false)) : 0
  }
  return 0
}
