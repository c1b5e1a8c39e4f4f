import type { Base } from './base.ts'
import { levelOf } from './fields.ts'
import { gainsOf, levelsFrom, type Gains } from './gains.ts'
import type { Likeness } from './likeness.ts'
import { slot } from './packing.ts'
import type { Model } from './scoring.ts'
import type { Name } from './vocabulary.ts'

const different = levelOf('given', 'different')

/** How much the names of two profiles can speak for one person. */
export function nameSieve(base: Base, model: Model, { names }: Likeness) {
  const { words, shares, having } = base
  const given = fieldOf(words.given.terms, shares.given, having.given, gainsOf(model, 'given'))
  const family = fieldOf(words.family.terms, shares.family, having.family, gainsOf(model, 'family'))
  const [order, additional, organization] = [gainsOf(model, 'order'), gainsOf(model, 'additional'), gainsOf(model, 'organization')]
  const firm = Math.max(organization.most(...levelsFrom(organization, 0)), organization.shared(0, rarest(having.organization)))
  const [straight, swapped, middle] = [Math.max(0, order.most(0)), order.most(1), additional.most(...levelsFrom(additional, 0))]

  /** Which of two swapped names will count as the family name is not asked: the better one. */
  function crossed(one: number, other: number) {
    if (one < 0 || other < 0) return 0
    const level = names(given.terms[one]!, family.terms[other]!)
    return Math.max(given.most[level]!, family.most[level]!)
  }

  const levelOfTwo = ({ terms }: Field, one: number, other: number) => {
    if (one < 0 || other < 0) return none
    return one === other ? 0 : names(terms[one]!, terms[other]!)
  }

  function people(given1: number, given2: number, family1: number, family2: number) {
    const [givenLevel, familyLevel] = [levelOfTwo(given, given1, given2), levelOfTwo(family, family1, family2)]
    const ahead = gainOf(given, givenLevel, given1, given2) + gainOf(family, familyLevel, family1, family2) + straight
    if (!saysNothing(givenLevel) || !saysNothing(familyLevel)) return ahead
    return Math.max(ahead, swapped + crossed(given1, family2) + crossed(given2, family1))
  }

  return (values: Int32Array, one: number, other: number) => {
    let most = people(values[one + slot.given]!, values[other + slot.given]!, values[one + slot.family]!, values[other + slot.family]!)
    if (values[one + slot.additional]! >= 0 && values[other + slot.additional]! >= 0) most += middle
    const [firm1, firm2] = [values[one + slot.organization]!, values[other + slot.organization]!]
    return firm1 >= 0 && firm2 >= 0 ? most + firm : most
  }
}

const rarest = (having: number) => 1 / Math.max(2, having)

const none = -1
const saysNothing = (level: number) => level === none || level === different

/** What is gained where two have the very same name, and by each level otherwise. */
type Field = { terms: readonly Name[]; equal: Float64Array; most: Float64Array }

function fieldOf(terms: readonly Name[], share: (name: Name) => number, having: number, gains: Gains): Field {
  const most = Float64Array.from({ length: different + 1 }, (_, level) => gains.most(level))
  most[0] = Math.max(most[0]!, gains.shared(0, rarest(having)))
  return { terms, equal: Float64Array.from(terms, name => gains.shared(0, share(name))), most }
}

function gainOf({ equal, most }: Field, level: number, one: number, other: number) {
  if (level === none) return 0
  return one === other ? equal[one]! : most[level]!
}
