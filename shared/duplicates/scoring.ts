import type { Comparison } from './compare.ts'
import { at, fieldNames, levelOf } from './fields.ts'
import { chancesOf, expected, type Chances } from './expectations.ts'

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

/** The logarithms of how likely the comparison is for each kind of pair; `into` is [same person, same household, strangers]. */
export function likelihoods({ levels, shares }: Comparison, model: Model, into: Float64Array) {
  into[0] = Math.log(model.prior.samePerson)
  into[1] = Math.log(model.prior.sameHousehold)
  into[2] = 0
  const areNamesakes = isAlike(levels[at.given]!) && isAlike(levels[at.family]!)
  for (let field = 0; field < fieldNames.length; field++) {
    const level = levels[field]!
    if (level < 0) continue
    let [household, strangers] = [model.sameHousehold[field]![level]!, model.strangers[field]![level]!]
    if (shares[field]! > 0) strangers = Math.max(shares[field]!, leastShare)
    if (areNamesakes && field === at.given) {
      strangers = Math.min(0.5, strangers * model.namesakes)
      household = Math.min(0.5, household + strangers)
    }
    if (areNamesakes && field === at.email && level > 0 && level < lastEmail) strangers = household = Math.max(strangers, mailboxOfNamesake)
    into[0]! += Math.log(model.samePerson[field]![level]!)
    into[1]! += Math.log(household)
    into[2]! += Math.log(strangers)
  }
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
