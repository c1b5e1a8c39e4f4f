import type { Comparison } from './compare.ts'
import { at, fieldNames } from './fields.ts'
import { levelCounts, type Chances } from './expectations.ts'
import { likelihoods, newModel, priorOf, type Model } from './scoring.ts'

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

/** How strangers compare: from pairs that were picked at random. */
export function strangersFrom(random: readonly Comparison[], before: Model): Model {
  const counts = emptyCounts()
  for (const { levels } of random) add(counts, levels, 1)
  const strangers = blend(counts, before.strangers, trust.strangers)
  return {
    ...before,
    strangers: strangers.map((chances, field) =>
      chances.map((chance, level) => Math.max(chance, before.strangers[field]![level]! / (field === at.birthday ? 2 : 10))),
    ),
  }
}

/** A comparison that stands for `weight` like it. */
export type Seen = Comparison & { weight: number }

/**
 * Expectation and maximisation over the pairs that blocking found, `contacts` being the whole base: pairs that were not found
 * are strangers. What strangers and households look like stays, what one person looks like is learnt, never far from what is
 * expected where the base says little.
 */
export function estimate(seen: readonly Seen[], contacts: number, before: Model): Model {
  let model = before
  const initial = newModel(contacts).samePerson
  for (let round = 0; round < rounds; round++) {
    const counts = emptyCounts()
    const sums = expectation(seen, model, counts)
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

function expectation(seen: readonly Seen[], model: Model, counts: Float64Array[]) {
  const sums = new Float64Array(2)
  const of = new Float64Array(3)
  for (const one of seen) {
    likelihoods(one, model, of)
    const most = Math.max(of[0]!, of[1]!, of[2]!)
    const [same, household, strangers] = [Math.exp(of[0]! - most), Math.exp(of[1]! - most), Math.exp(of[2]! - most)]
    const all = same + household + strangers
    sums[0]! += (same / all) * one.weight
    sums[1]! += (household / all) * one.weight
    add(counts, one.levels, (same / all) * one.weight)
  }
  return sums
}

const emptyCounts = () => levelCounts.map(count => new Float64Array(count))

function add(counts: Float64Array[], levels: Int8Array, weight: number) {
  for (let field = 0; field < fieldNames.length; field++) if (levels[field]! >= 0) counts[field]![levels[field]!]! += weight
}

function blend(counts: readonly Float64Array[], expected: Chances, trusted: number): Chances {
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
