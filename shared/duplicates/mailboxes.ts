import type { Comparison, Shares } from './compare.ts'
import { at } from './fields.ts'
import { edits } from './letters.ts'
import type { Mailbox } from './profile.ts'

const sameLocal = 1
const typo = 2
const different = 3

export function compareMailboxes(a: readonly Mailbox[], b: readonly Mailbox[], shares: Shares, into: Comparison) {
  if (a.length === 0 || b.length === 0) return
  let best = different
  let share = 1
  for (const one of a) {
    for (const other of b) {
      const level = compareTwo(one, other)
      if (level > best) continue
      const found = level === 0 ? shares.email(one) : level === sameLocal ? shares.local(one) : 0
      share = level < best ? found : Math.min(share, found)
      best = level
    }
  }
  into.levels[at.email] = best
  into.shares[at.email] = share === 1 ? 0 : share
}

/** `anna.petersen` at two providers is hardly ever two people; `info` is. */
function compareTwo(a: Mailbox, b: Mailbox) {
  if (a.local === b.local) return a.domain === b.domain ? 0 : sameLocal
  const [one, other] = [a.local.text, b.local.text]
  const longer = Math.max(one.length, other.length)
  if (longer < 5 || longer > 60) return different
  const slips = longer > 9 ? 2 : 1
  return edits(one, other, slips) <= slips && digits(one) === digits(other) ? typo : different
}

/** Digits tell people apart: anna84 is not anna85. */
const digits = (text: string) => text.replace(/\D/g, '')
