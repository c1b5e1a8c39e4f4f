import type { Base } from './base.ts'
import { candidatePairs } from './candidates.ts'
import { compare, newComparison, type Comparison } from './compare.ts'
import { decide, type Decision } from './decide.ts'
import { estimate, strangersFrom, withNamesakes, type Seen } from './estimate.ts'
import { levelCounts } from './expectations.ts'
import { at, levelOf } from './fields.ts'
import { newModel, probabilityOf, type Model } from './scoring.ts'

/** A pair of profiles that are likely one person. */
export type Edge = { a: number; b: number; decision: Decision; levels: Int8Array }

const randomPairs = 100_000
const namesakePairs = 50_000
const learntFrom = 150_000
const stepEvery = 4096

/** `step` is called often: it tells how far the work is, and may throw to end it. */
export function findEdges(base: Base, step: (done: number, of: number) => void) {
  const size = base.size()
  const pairs = candidatePairs(base, () => step(0, 1))
  const model = learn(base, pairs, step)
  const comparison = newComparison()
  const edges: Edge[] = []
  for (let at = 0; at < pairs.length; at++) {
    const [a, b] = [Math.floor(pairs[at]! / size), pairs[at]! % size]
    const decision = judge(base, a, b, model, comparison)
    if (decision.isSuggested) edges.push({ a, b, decision, levels: comparison.levels.slice() })
    if (at % stepEvery === 0) step(at, pairs.length)
  }
  return { edges, model, pairs: pairs.length }
}

export function judge(base: Base, a: number, b: number, model: Model, comparison: Comparison): Decision {
  const [one, other] = [base.profile(a), base.profile(b)]
  compare(one, other, base.shares, comparison)
  return decide(one, other, comparison, model)
}

function learn(base: Base, pairs: Float64Array, step: (done: number, of: number) => void): Model {
  const before = newModel(base.size())
  const withStrangers = namesakes(base, strangersFrom(strangers(base, before), before))
  step(0, 1)
  return estimate(sample(base, pairs), base.size(), withStrangers)
}

/** Pairs at random; in a small base some of them are the same person after all. */
function strangers(base: Base, model: Model) {
  const size = base.size()
  const found: Comparison[] = []
  if (size < 2) return found
  const next = randomNumbers()
  for (let round = 0; round < randomPairs; round++) {
    const [a, b] = [Math.floor(next() * size), Math.floor(next() * size)]
    if (a === b) continue
    const comparison = newComparison()
    compare(base.profile(a), base.profile(b), base.shares, comparison)
    if (probabilityOf(comparison, model) < 0.2) found.push(comparison)
  }
  return found
}

/** Of people who share a family name and nothing else that would make them one: how many share the first name too? */
function namesakes(base: Base, model: Model) {
  const families = byFamily(base)
  const next = randomNumbers()
  const comparison = newComparison()
  let [seen, byChance] = [0, 0]
  for (let round = 0; round < namesakePairs && families.length > 0; round++) {
    const family = families[Math.floor(next() * families.length)]!
    const [a, b] = [family[Math.floor(next() * family.length)]!, family[Math.floor(next() * family.length)]!]
    const [one, other] = [base.profile(a), base.profile(b)]
    if (a === b || !one.given || !other.given) continue
    compare(one, other, base.shares, comparison)
    if (!areApart(comparison)) continue
    byChance += base.shares.given(one.given)
    if (one.given === other.given) seen++
  }
  return withNamesakes(model, seen, byChance)
}

/** Families in which a record and its copy do not count for much. */
function byFamily(base: Base) {
  const families = new Map<number, number[]>()
  for (let index = 0; index < base.size(); index++) {
    const { family, given } = base.profile(index)
    if (!family || !given || family.count < 8) continue
    const members = families.get(family.index)
    if (members) members.push(index)
    else families.set(family.index, [index])
  }
  return [...families.values()].filter(({ length }) => length >= 8)
}

const reach = [at.birthday, at.phone, at.email]
const areApart = ({ levels }: Comparison) =>
  levels[at.address]! < 0 || levels[at.address]! >= levelOf('address', 'place')
    ? reach.every(field => levels[field]! < 0 || isLast(field, levels[field]!)) && [...reach, at.address].some(field => levels[field]! >= 0)
    : false
const isLast = (field: number, level: number) => level === levelCounts[field]! - 1

function sample(base: Base, pairs: Float64Array): Seen[] {
  const size = base.size()
  const every = Math.max(1, Math.ceil(pairs.length / learntFrom))
  const seen: Seen[] = []
  for (let at = 0; at < pairs.length; at += every) {
    const comparison = newComparison()
    compare(base.profile(Math.floor(pairs[at]! / size)), base.profile(pairs[at]! % size), base.shares, comparison)
    seen.push({ ...comparison, weight: every })
  }
  return seen
}

/** The same for every scan: two scans of one base find the same. */
function randomNumbers(seed = 0x2545f491) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 4_294_967_296
  }
}
