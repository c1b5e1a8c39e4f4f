import type { Comparison } from './compare.ts'
import { at, fieldNames, levelOf } from './fields.ts'
import { chancesOf, expected, levelCounts, type Chances } from './expectations.ts'

/**
 * Fellegi and Sunter's model with a third kind of pair: beside records of one person and those of strangers there are people of one
 * household or firm, who share much and are not the same. Without them, every family would look like one person.
 */
export type Model = {
  readonly samePerson: Chances
  readonly sameHousehold: Chances
  readonly strangers: Chances
  /** How much more often than by chance somebody of the same family name has the same first name too: names go by culture and age. */
  readonly namesakes: number
  /** Of all pairs in the base: how many are of one person, how many of one household. */
  readonly prior: { readonly samePerson: number; readonly sameHousehold: number }
}

/** Before a base has been looked at. */
export const newModel = (contacts: number): Model => ({
  samePerson: chancesOf(expected.samePerson),
  sameHousehold: chancesOf(expected.sameHousehold),
  strangers: chancesOf(expected.strangers),
  namesakes: 5,
  prior: priorOf(contacts, contacts * 0.03, contacts * 0.2),
})

export function priorOf(contacts: number, samePerson: number, sameHousehold: number): Model['prior'] {
  const pairs = Math.max(1, (contacts * (contacts - 1)) / 2)
  return { samePerson: Math.min(0.2, samePerson / pairs), sameHousehold: Math.min(0.2, sameHousehold / pairs) }
}

const leastShare = 1e-9
const levelsAtMost = Math.max(...levelCounts)

/** Where the logarithm for a level of a field stands. */
export const placeOf = (field: number, level: number) => field * levelsAtMost + level
export const places = fieldNames.length * levelsAtMost

export function logarithms(chances: Chances) {
  const all = new Float64Array(places)
  chances.forEach((levels, field) => levels.forEach((chance, level) => (all[placeOf(field, level)] = Math.log(chance))))
  return all
}

type Logarithms = { samePerson: Float64Array; sameHousehold: Float64Array; strangers: Float64Array; prior: readonly [number, number] }
const workedOut = new WeakMap<Model, Logarithms>()

/** Worked out once: a model judges millions of pairs. */
function logarithmsOf(model: Model): Logarithms {
  const there = workedOut.get(model)
  if (there) return there
  const { samePerson, sameHousehold, strangers, prior } = model
  const all: Logarithms = {
    samePerson: logarithms(samePerson),
    sameHousehold: logarithms(sameHousehold),
    strangers: logarithms(strangers),
    prior: [Math.log(prior.samePerson), Math.log(prior.sameHousehold)],
  }
  workedOut.set(model, all)
  return all
}

/** The logarithms of how likely the comparison is for each kind of pair; `into` is [same person, same household, strangers]. */
export function likelihoods(comparison: Comparison, model: Model, into: Float64Array) {
  const { levels } = comparison
  const { samePerson, prior } = logarithmsOf(model)
  othersLikelihoods(comparison, model, into)
  into[0] = prior[0]
  into[1]! += prior[1]
  for (let field = 0; field < fieldNames.length; field++) if (levels[field]! >= 0) into[0]! += samePerson[placeOf(field, levels[field]!)]!
}

/** Those of a household and of strangers, whatever their numbers: what learning does not change. */
export function othersLikelihoods({ levels, shares }: Comparison, model: Model, into: Float64Array) {
  const { sameHousehold, strangers } = logarithmsOf(model)
  const areNamesakes = isAlike(levels[at.given]!) && isAlike(levels[at.family]!)
  into[1] = into[2] = 0
  for (let field = 0; field < fieldNames.length; field++) {
    const level = levels[field]!
    if (level < 0) continue
    const share = shares[field]!
    if (areNamesakes && (field === at.given || (field === at.email && level > 0 && level < lastEmail))) {
      addNamesakes(field, level, share, model, into)
      continue
    }
    into[1]! += sameHousehold[placeOf(field, level)]!
    into[2]! += share > 0 ? Math.log(Math.max(share, leastShare)) : strangers[placeOf(field, level)]!
  }
}

function addNamesakes(field: number, level: number, share: number, { strangers, sameHousehold, namesakes }: Model, into: Float64Array) {
  const byChance = share > 0 ? Math.max(share, leastShare) : strangers[field]![level]!
  const [household, stranger] =
    field === at.given
      ? [Math.min(0.5, sameHousehold[field]![level]! + Math.min(0.5, byChance * namesakes)), Math.min(0.5, byChance * namesakes)]
      : [Math.max(byChance, mailboxOfNamesake), Math.max(byChance, mailboxOfNamesake)]
  into[1]! += Math.log(household)
  into[2]! += Math.log(stranger)
}

const isAlike = (level: number) => level >= 0 && level <= levelOf('given', 'similar')
const lastEmail = levelOf('email', 'different')
/** Mailboxes are called after their people. */
const mailboxOfNamesake = 0.1

const scratch = new Float64Array(3)

/** How strongly a comparison speaks for one and the same person: the logarithm of the odds. */
export function strengthOf(comparison: Comparison, model: Model) {
  likelihoods(comparison, model, scratch)
  const most = Math.max(scratch[1]!, scratch[2]!)
  return scratch[0]! - most - Math.log(Math.exp(scratch[1]! - most) + Math.exp(scratch[2]! - most))
}

export const probabilityOf = (comparison: Comparison, model: Model) => 1 / (1 + Math.exp(-strengthOf(comparison, model)))
