import type { Shares } from './compare.ts'
import type { Mailbox, Profile } from './profile.ts'
import { createVocabulary, type Term, type Vocabulary } from './vocabulary.ts'

const width = 7
const suffixes = ['', 'jr', 'sr', 'iii', 'iv']
const present = ['given', 'family', 'organization', 'phone', 'email', 'postalCode', 'locality'] as const
type Present = (typeof present)[number]

/**
 * All profiles of a base, in numbers: a million of them as objects would not fit into memory. Contacts that say the very same
 * are one profile with copies, however many they are.
 */
export function createBase(words: Vocabulary = createVocabulary()) {
  let [rows, lists] = [new Int32Array(width * 1024), new Int32Array(16 * 1024)]
  let [size, listEnd] = [0, 0]
  const ids: number[] = []
  const copies = new Map<number, number[]>()
  const byHash = new Map<number, number>()
  const having = Object.fromEntries(present.map(field => [field, 0])) as Record<Present, number>
  const phones = new Map<number, number>()
  const mailboxes = new Map<number, number>()
  const entry: number[] = []

  /** Returns whether nobody before said the same. */
  function add(id: number, profile: Profile) {
    encode(profile, entry)
    const hash = hashOf(profile, entry)
    const like = byHash.get(hash)
    if (like !== undefined) {
      const others = copies.get(like)
      if (others) others.push(id)
      else copies.set(like, [id])
      if (isThin(profile)) count(profile)
      return false
    }
    byHash.set(hash, size)
    write(profile)
    count(profile)
    ids.push(id)
    size++
    return true
  }

  function write(profile: Profile) {
    if ((size + 1) * width > rows.length) rows = grown(rows)
    while (listEnd + entry.length > lists.length) lists = grown(lists)
    const { given, additional, family, organization, birthday } = profile
    rows.set(
      [flagsOf(profile), indexOf(given), indexOf(additional), indexOf(family), indexOf(organization), birthday, listEnd],
      size * width,
    )
    lists.set(entry, listEnd)
    listEnd += entry.length
  }

  function count(profile: Profile) {
    for (const term of [profile.given, profile.additional, profile.family, profile.organization]) if (term) term.count++
    if (profile.given) having.given++
    if (profile.family) having.family++
    if (profile.organization) having.organization++
    if (profile.phones.length > 0) having.phone++
    if (profile.emails.length > 0) having.email++
    for (const phone of profile.phones) phones.set(phone, (phones.get(phone) ?? 0) + 1)
    for (const mailbox of profile.emails) {
      mailbox.local.count++
      mailboxes.set(mailboxKey(mailbox), (mailboxes.get(mailboxKey(mailbox)) ?? 0) + 1)
    }
    for (const home of profile.homes) {
      if (home.street) home.street.count++
      if (home.postalCode) home.postalCode.count++
      if (home.locality) home.locality.count++
    }
    if (profile.homes.some(({ postalCode }) => postalCode)) having.postalCode++
    if (profile.homes.some(({ locality }) => locality)) having.locality++
  }

  /** The pair that is being looked at is no evidence of others. */
  const share = (count: number, of: Present) => Math.max(1, count - 1) / Math.max(2, having[of])
  const shares: Shares = {
    given: name => share(name.count, 'given'),
    family: name => share(name.count, 'family'),
    organization: name => share(name.count, 'organization'),
    phone: phone => share(phones.get(phone) ?? 0, 'phone'),
    email: mailbox => share(mailboxes.get(mailboxKey(mailbox)) ?? 0, 'email'),
    local: ({ local }) => share(local.count, 'email'),
    place: (place, isPostalCode) => share(place.count, isPostalCode ? 'postalCode' : 'locality'),
  }

  function profile(index: number): Profile {
    const row = index * width
    const flags = rows[row]!
    return {
      isCompany: (flags & 1) === 1,
      suffix: suffixes[flags >> 1]!,
      given: termAt(words.given, rows[row + 1]!),
      additional: termAt(words.additional, rows[row + 2]!),
      family: termAt(words.family, rows[row + 3]!),
      organization: termAt(words.organization, rows[row + 4]!),
      birthday: rows[row + 5]!,
      ...decode(lists, rows[row + 6]!, words),
    }
  }

  return {
    words,
    shares,
    add,
    profile,
    size: () => size,
    /** Contacts with their copies. */
    contacts: () => size + [...copies.values()].reduce((sum, { length }) => sum + length, 0),
    idOf: (index: number) => ids[index]!,
    copiesOf: (index: number): readonly number[] => copies.get(index) ?? [],
    having,
    /** Those that at least so many have. */
    phones: function* (least: number): Generator<[string, number]> {
      for (const [phone, count] of phones) if (count >= least) yield [String(phone), count]
    },
    mailboxes: function* (least: number): Generator<[string, number]> {
      for (const [key, count] of mailboxes) {
        if (count >= least)
          yield [`${words.local.terms[Math.floor(key / domains)]!.text}@${words.domain.terms[key % domains]!.text}`, count]
      }
    },
    withCopies: () => [...copies.keys()],
  }
}
export type Base = ReturnType<typeof createBase>

const grown = (array: Int32Array) => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

const indexOf = (term: Term | null) => (term ? term.index : -1)
const termAt = <T>(shelf: { terms: readonly T[] }, index: number) => (index < 0 ? null : shelf.terms[index]!)
const flagsOf = ({ isCompany, suffix }: Profile) => Number(isCompany) | (suffixes.indexOf(suffix) << 1)
const domains = 2 ** 24
const mailboxKey = ({ local, domain }: Mailbox) => local.index * domains + domain.index

function encode({ phones, emails, homes }: Profile, into: number[]) {
  into.length = 0
  into.push(phones.length | (emails.length << 8) | (homes.length << 16))
  for (const phone of phones) into.push(phone)
  for (const { local, domain } of emails) into.push(local.index, domain.index)
  for (const { street, number, postalCode, locality } of homes) {
    into.push(indexOf(street), indexOf(number), indexOf(postalCode), indexOf(locality))
  }
}

function decode(lists: Int32Array, start: number, words: Vocabulary): Pick<Profile, 'phones' | 'emails' | 'homes'> {
  const lengths = lists[start]!
  let next = start + 1
  const repeat = <T>(times: number, read: () => T) => (times === 0 ? none : Array.from({ length: times }, read))
  return {
    phones: repeat(lengths & 255, () => lists[next++]!),
    emails: repeat((lengths >> 8) & 255, () => ({
      local: words.local.terms[lists[next++]!]!,
      domain: words.domain.terms[lists[next++]!]!,
    })),
    homes: repeat(lengths >> 16, () => ({
      street: termAt(words.street, lists[next++]!),
      number: termAt(words.number, lists[next++]!),
      postalCode: termAt(words.postalCode, lists[next++]!),
      locality: termAt(words.locality, lists[next++]!),
    })),
  }
}

const none: never[] = []

/** Nothing but a name: those who share it are namesakes as likely as copies. */
const isThin = ({ birthday, phones, emails, homes }: Profile) => birthday + phones.length + emails.length + homes.length === 0

function hashOf(profile: Profile, entry: readonly number[]) {
  let [high, low] = [0xdeadbeef ^ flagsOf(profile), 0x41c6ce57 ^ profile.birthday]
  const take = (value: number) => {
    high = Math.imul(high ^ value, 2654435761) ^ (high >>> 13)
    low = Math.imul(low ^ value, 1597334677) ^ (low >>> 15)
  }
  take(indexOf(profile.given))
  take(indexOf(profile.additional))
  take(indexOf(profile.family))
  take(indexOf(profile.organization))
  for (const value of entry) take(value)
  high ^= Math.imul(low ^ (low >>> 16), 2246822507)
  low ^= Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
