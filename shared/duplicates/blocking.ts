import type { Home, Profile } from './profile.ts'
import type { Name } from './vocabulary.ts'
import { soundOf } from './sounds.ts'

/**
 * Keys under which records of one person are likely to meet. Each forgives what the others need: whoever moved still has a
 * birthday, whoever was misheard still has a telephone.
 */
export const blockings: readonly ((profile: Profile, add: (hash: number) => void) => void)[] = [
  phones,
  mailboxes,
  soundsOfNames,
  beginningsOfNames,
  birthdays,
  familyAndYear,
  postalCodes,
  localities,
  houses,
  firms,
]

function phones({ phones }: Profile, add: (hash: number) => void) {
  for (const phone of phones) add(mix(phone % 10_000_000))
}

function mailboxes({ emails }: Profile, add: (hash: number) => void) {
  for (const { local, domain } of emails) {
    const letters = local.text.replace(/[^\p{L}]/gu, '')
    add(textHash(letters.length > 3 ? letters : local.text))
    if (letters.length <= 3) add(textHash(`${local.text}@${domain.text}`))
  }
}

function soundsOfNames({ given, family }: Profile, add: (hash: number) => void) {
  if (given && family) add(unordered(textHash(firstSound(given)), textHash(family.sound)))
}

const firstSound = (name: Name) => (name.words.length === 1 ? name.sound : soundOf(name.words[0]!))

function beginningsOfNames({ given, family }: Profile, add: (hash: number) => void) {
  if (given && family) add(unordered(textHash(given.joined.slice(0, 3)), textHash(family.joined.slice(0, 4))))
  else if (given ?? family) add(textHash((given ?? family)!.joined))
}

function birthdays({ birthday, given, family }: Profile, add: (hash: number) => void) {
  if (birthday <= 9999) return
  for (const name of [given, family]) if (name) add(mix(textHash(name.sound.slice(0, 2)) + birthday))
  if (!given || !family) add(mix(birthday))
}

function familyAndYear({ birthday, given, family }: Profile, add: (hash: number) => void) {
  if (birthday === 0) return
  for (const name of [given, family]) {
    if (!name) continue
    if (birthday > 9999) add(mix(textHash(name.joined.slice(0, 5)) + Math.trunc(birthday / 10_000)))
    add(mix(textHash(name.joined.slice(0, 5)) + 70_000 + (birthday % 10_000)))
  }
}

function postalCodes({ homes, given, family, organization }: Profile, add: (hash: number) => void) {
  for (const { postalCode } of homes) {
    if (postalCode) for (const name of [given, family, organization]) if (name) add(mix(textHash(postalCode.text) ^ textHash(name.sound)))
  }
}

function localities({ homes, given, family, organization }: Profile, add: (hash: number) => void) {
  for (const { locality } of homes) {
    if (locality) for (const name of [given, family, organization]) if (name) add(mix(textHash(locality.sound) ^ textHash(name.joined)))
  }
}

function houses({ homes, birthday }: Profile, add: (hash: number) => void) {
  for (const home of homes) {
    if (!home.street) continue
    const beginning = textHash(home.street.text.slice(0, 6))
    if (home.number) add(mix(beginning ^ textHash(home.number.text)))
    if (birthday > 9999) add(mix(beginning + birthday))
    if (home.number && placeOf(home)) add(mix(textHash(placeOf(home)) ^ textHash(home.number.text)))
  }
}

const placeOf = ({ postalCode, locality }: Home) => postalCode?.text ?? locality?.joined ?? ''

function firms({ organization, isCompany, given, family }: Profile, add: (hash: number) => void) {
  if (!organization || !(isCompany || (!given && !family))) return
  for (const word of organization.words.filter(word => word.length > 3).slice(0, 3)) add(textHash(word))
  add(textHash(organization.joined.slice(0, 5)))
}

/** 32 bits. */
function textHash(text: string) {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function mix(value: number) {
  let hash = Math.imul((value ^ (value / 4_294_967_296)) >>> 0, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

const unordered = (a: number, b: number) => mix((a + b) >>> 0)
