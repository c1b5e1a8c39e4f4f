import { compareDates } from './dates.ts'
import { at, fieldNames, fields, levelOf, type Field } from './fields.ts'
import { compareHomes } from './homes.ts'
import { likeness, type Likeness } from './likeness.ts'
import { compareFirms } from './names.ts'
import type { Mailbox, Profile } from './profile.ts'
import type { Name } from './vocabulary.ts'
import { comparePhones } from './phones.ts'
import { compareMailboxes } from './mailboxes.ts'

/** How large a part of the base has the value in common that two contacts share; 0 where that says nothing. */
export type Shares = {
  given(name: Name): number
  family(name: Name): number
  organization(name: Name): number
  phone(phone: number): number
  email(mailbox: Mailbox): number
  local(mailbox: Mailbox): number
  place(place: { text: string; count: number }, isPostalCode: boolean): number
}

/** One level for each field, -1 where one of the two has nothing there; `shares` of the shared value where the level has one. */
export type Comparison = { readonly levels: Int8Array; readonly shares: Float64Array; readonly likeness: Likeness }

export const newComparison = (by: Likeness = likeness): Comparison => ({
  levels: new Int8Array(fieldNames.length),
  shares: new Float64Array(fieldNames.length),
  likeness: by,
})

const levels = Object.fromEntries(
  fieldNames.map(field => [field, Object.fromEntries((fields[field] as readonly string[]).map((level, index) => [level, index]))]),
) as { readonly [F in Field]: Readonly<Record<(typeof fields)[F][number], number>> }

/** Writes into `into`, so that millions of comparisons leave nothing behind. */
export function compare(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  into.levels.fill(-1)
  into.shares.fill(0)
  comparePeople(a, b, shares, into)
  if (a.additional && b.additional) into.levels[at.additional] = additionalLevel(into.likeness.names(a.additional, b.additional))
  if (a.birthday && b.birthday) {
    into.levels[at.birthday] = compareDates(a.birthday, b.birthday)
  }
  comparePhones(a.phones, b.phones, shares, into)
  compareMailboxes(a.emails, b.emails, shares, into)
  compareHomes(a.homes, b.homes, shares, into)
  if (a.organization && b.organization) {
    const level = compareFirms(a.organization, b.organization)
    into.levels[at.organization] = levels.organization[level]
    if (level === 'equal') into.shares[at.organization] = shares.organization(a.organization)
  }
}

const nameLevel = {
  equal: 0,
  variant: levelOf('given', 'variant'),
  typo: levelOf('given', 'typo'),
  similar: levelOf('given', 'similar'),
  different: levelOf('given', 'different'),
}
const none = -1

const additionalLevel = (level: number) => (level === nameLevel.different ? 2 : level <= nameLevel.typo ? 0 : 1)

function comparePeople(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  const given = compareTwo(a.given, b.given, into.likeness)
  const family = compareTwo(a.family, b.family, into.likeness)
  if (saysNothing(given) && saysNothing(family) && compareSwapped(a, b, shares, into)) return
  into.levels[at.given] = given
  into.levels[at.family] = family
  if (given === nameLevel.equal) into.shares[at.given] = Math.min(shares.given(a.given!), shares.given(b.given!))
  if (family === nameLevel.equal) into.shares[at.family] = shares.family(a.family!)
  if (given !== none && family !== none) into.levels[at.order] = levels.order.straight
}

const compareTwo = (a: Name | null, b: Name | null, { names }: Likeness) => (a && b ? names(a, b) : none)
const saysNothing = (level: number) => level === none || level === nameLevel.different

/** The given name of one is the family name of the other. */
function compareSwapped(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  const first = compareTwo(a.given, b.family, into.likeness)
  const second = compareTwo(a.family, b.given, into.likeness)
  if ((!isAlike(first) && !isAlike(second)) || isOther(first) || isOther(second)) return false
  into.levels[at.order] = levels.order.swapped
  const found = [
    ...(first === none ? [] : [{ level: first, share: first === nameLevel.equal ? rarer(shares, a.given!, b.family!) : 0 }]),
    ...(second === none ? [] : [{ level: second, share: second === nameLevel.equal ? rarer(shares, b.given!, a.family!) : 0 }]),
  ].sort((one, other) => one.level - other.level || one.share - other.share)
  // Which of the two is the family name nobody knows: the better one, so that the order of the contacts does not matter.
  found.forEach(({ level, share }, index) => {
    const field = index === 0 ? at.family : at.given
    into.levels[field] = level
    into.shares[field] = share
  })
  return true
}

const rarer = (shares: Shares, given: Name, family: Name) => Math.max(shares.given(given), shares.family(family))

const isAlike = (level: number) => level !== none && level <= nameLevel.similar
const isOther = (level: number) => level !== none && !isAlike(level)
