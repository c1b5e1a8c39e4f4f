import { entriesAtMost, type Home, type Mailbox, type Profile } from './profile.ts'
import type { Term, Vocabulary } from './vocabulary.ts'

/**
 * A profile in numbers, those of its terms: flags, the names, the birthday, how many telephones, mailboxes and homes there are, and
 * then these. A million profiles as objects would not fit into memory.
 */
export const slot = { flags: 0, given: 1, additional: 2, family: 3, organization: 4, birthday: 5, lengths: 6, lists: 7 } as const
export const mailboxWidth = 2
/** Street, number, postal code, locality. */
export const homeWidth = 4

export const phonesIn = (lengths: number) => lengths & 255
export const mailboxesIn = (lengths: number) => (lengths >> 8) & 255
export const homesIn = (lengths: number) => lengths >> 16

const suffixes = ['', 'jr', 'sr', 'iii', 'iv']
const indexOf = (term: Term | null) => (term ? term.index : -1)

export function pack(profile: Profile, into: number[]) {
  const { given, additional, family, organization, birthday, phones, emails, homes } = profile
  into.length = 0
  into.push(Number(profile.isCompany) | (suffixes.indexOf(profile.suffix) << 1))
  into.push(indexOf(given), indexOf(additional), indexOf(family), indexOf(organization), birthday)
  into.push(phones.length | (emails.length << 8) | (homes.length << 16))
  for (const phone of phones) into.push(phone)
  for (const { local, domain } of emails) into.push(local.index, domain.index)
  for (const { street, number, postalCode, locality } of homes) {
    into.push(indexOf(street), indexOf(number), indexOf(postalCode), indexOf(locality))
  }
}

const termAt = <T>(terms: readonly T[], index: number) => (index < 0 ? null : terms[index]!)

/** Reads one profile after the other into the same one: nothing new is made, and what was read before is gone. */
export function unpacker({ given, additional, family, organization, ...words }: Vocabulary) {
  const read = emptyProfile()
  return (values: Int32Array, start: number): Profile => {
    read.isCompany = (values[start]! & 1) === 1
    read.suffix = suffixes[values[start]! >> 1]!
    read.given = termAt(given.terms, values[start + slot.given]!)
    read.additional = termAt(additional.terms, values[start + slot.additional]!)
    read.family = termAt(family.terms, values[start + slot.family]!)
    read.organization = termAt(organization.terms, values[start + slot.organization]!)
    read.birthday = values[start + slot.birthday]!
    unpackLists(values, start, words, read)
    return read
  }
}

type Words = Pick<Vocabulary, 'local' | 'domain' | 'street' | 'number' | 'postalCode' | 'locality'>

function unpackLists(values: Int32Array, start: number, words: Words, into: Read) {
  const lengths = values[start + slot.lengths]!
  let next = start + slot.lists
  into.phones.length = phonesIn(lengths)
  for (let at = 0; at < into.phones.length; at++) into.phones[at] = values[next++]!
  into.emails.length = mailboxesIn(lengths)
  for (let at = 0; at < into.emails.length; at++, next += mailboxWidth) {
    into.emails[at] = mailbox(into.spare.emails[at]!, words, values[next]!, values[next + 1]!)
  }
  into.homes.length = homesIn(lengths)
  for (let at = 0; at < into.homes.length; at++, next += homeWidth) into.homes[at] = home(into.spare.homes[at]!, words, values, next)
}

function mailbox(into: Mutable<Mailbox>, { local, domain }: Words, localIndex: number, domainIndex: number) {
  into.local = local.terms[localIndex]!
  into.domain = domain.terms[domainIndex]!
  return into
}

function home(into: Mutable<Home>, { street, number, postalCode, locality }: Words, lists: Int32Array, start: number) {
  into.street = termAt(street.terms, lists[start]!)
  into.number = termAt(number.terms, lists[start + 1]!)
  into.postalCode = termAt(postalCode.terms, lists[start + 2]!)
  into.locality = termAt(locality.terms, lists[start + 3]!)
  return into
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }
/** With what its lists are filled from, so that reading makes nothing new. */
type Read = Mutable<Profile> & { spare: { emails: Mutable<Mailbox>[]; homes: Mutable<Home>[] } }

const noTerm: Term = { text: '', index: -1, count: 0 }
const emptyProfile = (): Read => ({
  ...{ isCompany: false, suffix: '', given: null, additional: null, family: null, organization: null, birthday: 0 },
  ...{ phones: [], emails: [], homes: [] },
  spare: {
    emails: Array.from({ length: entriesAtMost }, () => ({ local: noTerm, domain: noTerm })),
    homes: Array.from({ length: entriesAtMost }, () => ({ street: null, number: null, postalCode: null, locality: null })),
  },
})
