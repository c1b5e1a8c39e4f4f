import { compareDates } from './dates.ts'
import { at, fieldNames, fields, type Field } from './fields.ts'
import { compareHomes } from './homes.ts'
import { compareFirms, compareNames, type NameLevel } from './names.ts'
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
export type Comparison = { levels: Int8Array; shares: Float64Array }

export const newComparison = (): Comparison => ({ levels: new Int8Array(fieldNames.length), shares: new Float64Array(fieldNames.length) })

const levels = Object.fromEntries(
  fieldNames.map(field => [field, Object.fromEntries((fields[field] as readonly string[]).map((level, index) => [level, index]))]),
) as { readonly [F in Field]: Readonly<Record<(typeof fields)[F][number], number>> }

/** Writes into `into`, so that millions of comparisons leave nothing behind. */
export function compare(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  into.levels.fill(-1)
  into.shares.fill(0)
  comparePeople(a, b, shares, into)
  if (a.additional && b.additional) into.levels[at.additional] = additionalLevel(compareNames(a.additional, b.additional))
  if (a.birthday && b.birthday) {
    into.levels[at.birthday] = levels.birthday[compareDates(a.birthday, b.birthday)]
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

const additionalLevel = (level: NameLevel) =>
  level === 'different' ? 2 : level === 'equal' || level === 'typo' || level === 'variant' ? 0 : 1

function comparePeople(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  const given = a.given && b.given ? compareNames(a.given, b.given) : null
  const family = a.family && b.family ? compareNames(a.family, b.family) : null
  if ((given === null || given === 'different') && (family === null || family === 'different') && compareSwapped(a, b, shares, into)) return
  if (given) {
    into.levels[at.given] = levels.given[given]
    if (given === 'equal') into.shares[at.given] = Math.min(shares.given(a.given!), shares.given(b.given!))
  }
  if (family) {
    into.levels[at.family] = levels.family[family]
    if (family === 'equal') into.shares[at.family] = shares.family(a.family!)
  }
  if (given && family) into.levels[at.order] = levels.order.straight
}

/** The given name of one is the family name of the other. */
function compareSwapped(a: Profile, b: Profile, shares: Shares, into: Comparison) {
  const first = a.given && b.family ? compareNames(a.given, b.family) : null
  const second = a.family && b.given ? compareNames(a.family, b.given) : null
  if (!isAlike(first) && !isAlike(second)) return false
  if ((first && !isAlike(first)) || (second && !isAlike(second))) return false
  into.levels[at.order] = levels.order.swapped
  const found = [
    ...(first ? [{ level: levels.given[first], share: first === 'equal' ? rarer(shares, a.given!, b.family!) : 0 }] : []),
    ...(second ? [{ level: levels.given[second], share: second === 'equal' ? rarer(shares, b.given!, a.family!) : 0 }] : []),
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

const isAlike = (level: NameLevel | null) => level === 'equal' || level === 'typo' || level === 'similar' || level === 'variant'
