import type { Comparison } from './compare.ts'
import { at, levelOf } from './fields.ts'
import type { Profile } from './profile.ts'
import { strengthOf, type Model } from './scoring.ts'

/** `strength` orders what the probability cannot tell apart: the logarithm of its odds. */
export type Decision = { probability: number; strength: number; isSuggested: boolean; isCertain: boolean }

const suggestedFrom = 0.5
const certainFrom = 0.995

export function decide(a: Profile, b: Profile, comparison: Comparison, model: Model): Decision {
  if (cannotBeOne(a, b)) return never
  const strength = strengthOf(comparison, model)
  const probability = 1 / (1 + Math.exp(-strength))
  const isSuggested = probability >= suggestedFrom && hasFooting(comparison)
  return { probability, strength, isSuggested, isCertain: isSuggested && probability >= certainFrom && isBeyondDoubt(a, b, comparison) }
}

const never: Decision = { probability: 0, strength: -Infinity, isSuggested: false, isCertain: false }

const mentionedFrom = 0.1
const reachableFrom = 0.01

/** Somebody who is typing wants to see more than a scan claims: whoever has the number that was just typed, whatever the name. */
export const isWorthMentioning = ({ probability }: Decision, comparison: Comparison) =>
  (probability >= mentionedFrom && hasFooting(comparison)) ||
  (probability >= reachableFrom && [at.phone, at.email].some(field => comparison.levels[field] === 0))

/** A firm is none of its people, a father not his son. */
function cannotBeOne(a: Profile, b: Profile) {
  if (a.suffix !== b.suffix && a.suffix !== '' && b.suffix !== '') return true
  return isFirm(a) !== isFirm(b) && hasPerson(a) !== hasPerson(b)
}

const hasPerson = ({ given, family }: Profile) => given !== null || family !== null
const isFirm = (profile: Profile) => !hasPerson(profile) && profile.organization !== null

/** A birthday and a town are no reason: something that names, reaches or houses the person has to agree. */
const hasFooting = ({ levels }: Comparison) =>
  isAlike(levels[at.given]!) ||
  isAlike(levels[at.family]!) ||
  [at.phone, at.email, at.organization].some(field => levels[field] === 0) ||
  (levels[at.address]! >= 0 && levels[at.address]! < levelOf('address', 'place'))

const isAlike = (level: number) => level >= 0 && level < nameLevel.different

const nameLevel = { typo: levelOf('given', 'typo'), different: levelOf('given', 'different') }
const rare = 0.0005

/**
 * What may be merged unasked: the whole name agrees, something that hardly anybody shares agrees too, and nothing speaks against
 * it. However likely the rest makes it, twins and namesakes are not to be told apart by a number.
 */
function isBeyondDoubt(a: Profile, b: Profile, { levels, shares }: Comparison) {
  if (a.suffix !== b.suffix) return false
  const [given, family] = [levels[at.given]!, levels[at.family]!]
  if (given < 0 || family < 0) return false
  if (given > nameLevel.typo || family > nameLevel.typo) return false
  if (levels[at.additional] === levelOf('additional', 'different')) return false
  const [birthday, phone, email, address] = [levels[at.birthday]!, levels[at.phone]!, levels[at.email]!, levels[at.address]!]
  if (birthday > 1) return false
  const uncommonPhone = phone === 0 && shares[at.phone]! <= rare
  const uncommonEmail = email === 0 && shares[at.email]! <= rare
  // A home and its telephone are a family's: one of the two that are a person's own has to agree.
  const own = Number(birthday === 0) + Number(uncommonEmail)
  const shared = Number(uncommonPhone) + Number(address >= 0 && address < levelOf('address', 'otherStreet'))
  return own > 0 && own + shared >= 2
}
