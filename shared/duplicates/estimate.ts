import type { Comparison } from './compare.ts'
import { at, fieldNames } from './fields.ts'
import { levelCounts, type Chances } from './expectations.ts'
import { logarithms, newModel, othersLikelihoods, placeOf, priorOf, type Model } from './scoring.ts'

const rounds = 25
/** What is expected counts as much as this many pairs that were seen. */
const trust = { samePerson: 40, strangers: 2000 }
/** A base in which first names of one person often disagree is more likely one of families. */
const differentAtMost = {
  [at.given]: 0.06,
  [at.family]: 0.12,
  [at.birthday]: 0.1,
  [at.phone]: 0.4,
  [at.email]: 0.4,
  [at.address]: 0.3,
} as Readonly<Record<number, number>>

export type Counts = readonly Float64Array[]

/** How strangers compare: from the levels of pairs that were picked at random. */
export function strangersFrom(counts: Counts, before: Model): Model {
  const strangers = blend(counts, before.strangers, trust.strangers)
  return {
    ...before,
    strangers: strangers.map((chances, field) =>
      chances.map((chance, level) => Math.max(chance, before.strangers[field]![level]! / (field === at.birthday ? 2 : 10))),
    ),
  }
}

/**
 * Expectation and maximisation over the pairs that blocking found, `contacts` being the whole base: pairs that were not found
 * are strangers. What strangers and households look like stays, what one person looks like is learnt, never far from what is
 * expected where the base says little.
 */
export function estimate(sample: Sample, contacts: number, before: Model, step: () => void): Model {
  let model = before
  const initial = newModel(contacts).samePerson
  for (let round = 0; round < rounds; round++) {
    step()
    const counts = emptyCounts()
    const sums = expectation(sample, model, counts)
    model = {
      ...model,
      samePerson: blend(counts, initial, trust.samePerson).map(limited),
      prior: priorOf(
        contacts,
        bounded(sums[0]!, contacts * 0.0005 + 0.2, contacts * 3),
        bounded(sums[1]!, contacts * 0.02 + 2, contacts * 2),
      ),
    }
  }
  return model
}

/** Comparisons that each stand for `weight` like it, and how likely they are for those who are not one person. */
export type Sample = { readonly size: number; readonly weight: number; readonly levels: Int8Array; readonly others: Float64Array }

export function createSample(atMost: number, weight: number, model: Model) {
  const [levels, others] = [new Int8Array(atMost * fieldNames.length), new Float64Array(atMost * 2)]
  const into = new Float64Array(3)
  let size = 0
  return {
    add(comparison: Comparison) {
      levels.set(comparison.levels, size * fieldNames.length)
      othersLikelihoods(comparison, model, into)
      others[size * 2] = into[1]!
      others[size * 2 + 1] = into[2]!
      size++
    },
    taken: (): Sample => ({ size, weight, levels, others }),
  }
}

/** What is less likely adds up to nothing. */
const negligible = 1e-12

function expectation({ size, weight, levels, others: known }: Sample, { samePerson, prior }: Model, counts: Counts) {
  const sums = new Float64Array(2)
  const chances = logarithms(samePerson)
  const [one, home] = [Math.log(prior.samePerson), Math.log(prior.sameHousehold)]
  for (let index = 0; index < size; index++) {
    const start = index * fieldNames.length
    let same = one
    for (let field = 0; field < fieldNames.length; field++) {
      if (levels[start + field]! >= 0) same += chances[placeOf(field, levels[start + field]!)]!
    }
    const [household, strangers] = [home + known[index * 2]!, known[index * 2 + 1]!]
    // The share of households among the others, and that of one person among all.
    const others = 1 + Math.exp(strangers - household)
    const likely = 1 / (1 + Math.exp(household - same) * others)
    sums[1]! += ((1 - likely) / others) * weight
    if (likely < negligible) continue
    sums[0]! += likely * weight
    count(counts, levels, start, likely * weight)
  }
  return sums
}

export const emptyCounts = (): Counts => levelCounts.map(count => new Float64Array(count))

export function count(counts: Counts, levels: Int8Array, start: number, weight: number) {
  for (let field = 0; field < fieldNames.length; field++) {
    const level = levels[start + field]!
    if (level >= 0) counts[field]![level]! += weight
  }
}

function blend(counts: Counts, expected: Chances, trusted: number): Chances {
  return counts.map((count, field) => {
    const all = count.reduce((sum, one) => sum + one, 0) + trusted
    return expected[field]!.map((chance, level) => (count[level]! + chance * trusted) / all)
  })
}

function limited(chances: readonly number[], field: number): readonly number[] {
  const most = differentAtMost[field]
  const last = chances.at(-1)!
  if (most === undefined || last <= most) return chances
  return chances.map((chance, level) => (level === chances.length - 1 ? most : (chance * (1 - most)) / (1 - last)))
}

const bounded = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** How often namesakes by family turned out to be namesakes altogether, beside how often they would by chance. */
export const withNamesakes = (model: Model, seen: number, byChance: number): Model => ({
  ...model,
  namesakes: bounded((seen + chanceTrusted * model.namesakes) / (byChance + chanceTrusted), 1, 100),
})

const chanceTrusted = 2
