import type { Shares } from './compare.ts'
import { grown } from './growing.ts'
import { createNumberMap, type NumberMap } from './number-map.ts'
import { pack, unpacker } from './packing.ts'
import type { Mailbox, Profile } from './profile.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

const present = ['given', 'family', 'organization', 'phone', 'email', 'postalCode', 'locality'] as const
type Present = (typeof present)[number]

/**
 * All profiles of a base. Contacts that say the very same are one profile with copies, however many they are.
 */
export function createBase(words: Vocabulary = createVocabulary()) {
  let [starts, values] = [new Int32Array(1024), new Int32Array(16 * 1024)]
  let [size, end] = [0, 0]
  const ids: number[] = []
  const copies = new Map<number, number[]>()
  const byHash = createNumberMap()
  const having = Object.fromEntries(present.map(field => [field, 0])) as Record<Present, number>
  const phones = createNumberMap()
  const mailboxes = createNumberMap()
  const entry: number[] = []

  /** Returns whether nobody before said the same. */
  function add(id: number, profile: Profile) {
    pack(profile, entry)
    const hash = hashOf(entry)
    const like = byHash.get(hash)
    if (like !== undefined) {
      const others = copies.get(like)
      if (others) others.push(id)
      else copies.set(like, [id])
      if (isThin(profile)) count(profile)
      return false
    }
    byHash.set(hash, size)
    write()
    count(profile)
    ids.push(id)
    size++
    return true
  }

  function write() {
    if (size === starts.length) starts = grown(starts)
    while (end + entry.length > values.length) values = grown(values)
    starts[size] = end
    values.set(entry, end)
    end += entry.length
  }

  function count(profile: Profile) {
    for (const term of [profile.given, profile.additional, profile.family, profile.organization]) if (term) term.count++
    if (profile.given) having.given++
    if (profile.family) having.family++
    if (profile.organization) having.organization++
    if (profile.phones.length > 0) having.phone++
    if (profile.emails.length > 0) having.email++
    for (const phone of profile.phones) countUp(phones, phone)
    for (const mailbox of profile.emails) {
      mailbox.local.count++
      countUp(mailboxes, mailboxKey(mailbox))
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

  /** See unpacker: what it returned before is gone. */
  function reader() {
    const unpack = unpacker(words)
    let [last, read] = [-1, null as Profile | null]
    return (index: number) => {
      if (read && index === last) return read
      last = index
      return (read = unpack(values, starts[index]!))
    }
  }

  return {
    words,
    shares,
    add,
    reader,
    /** The numbers that the profiles are packed in, and where each begins. */
    packed: () => ({ values, starts }),
    size: () => size,
    /** Contacts with their copies. */
    contacts: () => size + [...copies.values()].reduce((sum, { length }) => sum + length, 0),
    idOf: (index: number) => ids[index]!,
    copiesOf: (index: number): readonly number[] => copies.get(index) ?? [],
    having,
    /** Those that at least so many have. */
    phones: function* (least: number): Generator<[string, number]> {
      for (const [phone, count] of phones.entries()) if (count >= least) yield [String(phone), count]
    },
    mailboxes: function* (least: number): Generator<[string, number]> {
      for (const [key, count] of mailboxes.entries()) {
        if (count >= least)
          yield [`${words.local.terms[Math.floor(key / domains)]!.text}@${words.domain.terms[key % domains]!.text}`, count]
      }
    },
    withCopies: () => [...copies.keys()],
  }
}
export type Base = ReturnType<typeof createBase>

const countUp = (counts: NumberMap, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)

const domains = 2 ** 24
const mailboxKey = ({ local, domain }: Mailbox) => local.index * domains + domain.index

/** Nothing but a name: those who share it are namesakes as likely as copies. */
const isThin = ({ birthday, phones, emails, homes }: Profile) => birthday + phones.length + emails.length + homes.length === 0

function hashOf(entry: readonly number[]) {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const value of entry) {
    high = Math.imul(high ^ value, 2654435761) ^ (high >>> 13)
    low = Math.imul(low ^ value, 1597334677) ^ (low >>> 15)
  }
  high ^= Math.imul(low ^ (low >>> 16), 2246822507)
  low ^= Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
