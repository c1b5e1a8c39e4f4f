import type { Base } from './base.ts'
import { isOneSlip } from './digits.ts'
import { gainsOf, levelsFrom } from './gains.ts'
import { homeLevel } from './homes.ts'
import { homesIn, homeWidth, mailboxesIn, mailboxWidth, phonesIn, slot } from './packing.ts'
import { areSameNumber } from './phones.ts'
import type { Model } from './scoring.ts'

/** How much the telephones, mailboxes and homes of two profiles can speak for one person. */
export function listSieve(base: Base, model: Model) {
  const phones = phoneSieve(base, model)
  const mailboxes = mailboxSieve(base, model)
  const homes = homeSieve(base, model)
  return (values: Int32Array, one: number, other: number) => {
    const [lengths, lengthsOfOther] = [values[one + slot.lengths]!, values[other + slot.lengths]!]
    let most = 0
    if (phonesIn(lengths) > 0 && phonesIn(lengthsOfOther) > 0) most += phones(values, one, other)
    if (mailboxesIn(lengths) > 0 && mailboxesIn(lengthsOfOther) > 0) most += mailboxes(values, one, other)
    return homesIn(lengths) > 0 && homesIn(lengthsOfOther) > 0 ? most + homes(values, one, other) : most
  }
}

function phoneSieve({ having }: Base, model: Model) {
  const gains = gainsOf(model, 'phone')
  const same = Math.max(gains.shared(0, rarest(having.phone)), gains.at[0]!)
  return (values: Int32Array, one: number, other: number) => {
    let level = 2
    const [end, endOfOther] = [mailboxesAt(values, one), mailboxesAt(values, other)]
    for (let a = one + slot.lists; a < end; a++) {
      for (let b = other + slot.lists; b < endOfOther; b++) {
        if (areSameNumber(values[a]!, values[b]!)) return same
        if (isOneSlip(values[a]!, values[b]!)) level = 1
      }
    }
    return gains.at[level]!
  }
}

function mailboxSieve({ having, words }: Base, model: Model) {
  const gains = gainsOf(model, 'email')
  const same = Math.max(gains.shared(0, rarest(having.email)), gains.shared(1, rarest(having.email)), ...gains.at)
  const lengths = Uint8Array.from(words.local.terms, ({ text }) => Math.min(255, text.length))
  return (values: Int32Array, one: number, other: number) => {
    let level = 3
    const [end, endOfOther] = [homesAt(values, one), homesAt(values, other)]
    for (let a = mailboxesAt(values, one); a < end; a += mailboxWidth) {
      for (let b = mailboxesAt(values, other); b < endOfOther; b += mailboxWidth) {
        if (values[a] === values[b]) return same
        if (Math.abs(lengths[values[a]!]! - lengths[values[b]!]!) <= 2) level = 2
      }
    }
    return level === 2 ? Math.max(gains.at[2]!, gains.at[3]!) : gains.at[3]!
  }
}

const rarest = (having: number) => 1 / Math.max(2, having)

const mailboxesAt = (values: Int32Array, start: number) => start + slot.lists + phonesIn(values[start + slot.lengths]!)
const homesAt = (values: Int32Array, start: number) =>
  mailboxesAt(values, start) + mailboxWidth * mailboxesIn(values[start + slot.lengths]!)

function homeSieve({ having }: Base, model: Model) {
  const gains = gainsOf(model, 'address')
  const least = rarest(Math.max(having.postalCode, having.locality))
  const { neighbour, place, otherStreet, different } = homeLevel
  const inPlace = Math.max(gains.shared(place, least), gains.shared(otherStreet, least), gains.most(place, otherStreet, different), 0)
  const nextDoor = Math.max(inPlace, gains.most(neighbour))
  const anywhere = Math.max(inPlace, gains.most(...levelsFrom(gains, 0)))

  function two(values: Int32Array, a: number, b: number) {
    if (values[a]! < 0 || values[b]! < 0) return inPlace
    const [number, otherNumber] = [values[a + 1]!, values[b + 1]!]
    return number >= 0 && otherNumber >= 0 && number !== otherNumber ? nextDoor : anywhere
  }

  return (values: Int32Array, one: number, other: number) => {
    let most = -Infinity
    const [first, count] = [homesAt(values, one), homesIn(values[one + slot.lengths]!)]
    const [firstOfOther, countOfOther] = [homesAt(values, other), homesIn(values[other + slot.lengths]!)]
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < countOfOther; b++) most = Math.max(most, two(values, first + a * homeWidth, firstOfOther + b * homeWidth))
    }
    return most
  }
}
