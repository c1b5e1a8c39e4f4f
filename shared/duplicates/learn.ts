import type { Base } from './base.ts'
import type { Pairs } from './candidates.ts'
import type { Comparison } from './compare.ts'
import { count, createSample, emptyCounts, estimate, strangersFrom, withNamesakes } from './estimate.ts'
import { levelCounts } from './expectations.ts'
import { at, levelOf } from './fields.ts'
import type { Judge } from './judge.ts'
import { newModel, probabilityOf, type Model } from './scoring.ts'

const randomPairs = 40_000
const namesakePairs = 25_000
const learntFrom = 150_000
const stepEvery = 4096

/** What pairs of one person, of one household and of strangers look like in this base. */
export function learn(base: Base, judge: Judge, pairs: Pairs, step: () => void): Model {
  const before = newModel(base.size())
  const withStrangers = namesakes(base, judge, strangers(base, judge, before, step), step)
  return estimate(sample(base, judge, pairs, withStrangers, step), base.size(), withStrangers, step)
}

/** Pairs at random; in a small base some of them are the same person after all. */
function strangers(base: Base, judge: Judge, model: Model, step: () => void) {
  const size = base.size()
  const counts = emptyCounts()
  const next = randomNumbers()
  for (let round = 0; round < randomPairs && size > 1; round++) {
    if (round % stepEvery === 0) step()
    const [a, b] = [Math.floor(next() * size), Math.floor(next() * size)]
    if (a === b) continue
    const comparison = judge.compared(a, b)
    if (probabilityOf(comparison, model) < 0.2) count(counts, comparison.levels, 0, 1)
  }
  return strangersFrom(counts, model)
}

/** Of people who share a family name and nothing else that would make them one: how many share the first name too? */
function namesakes(base: Base, judge: Judge, model: Model, step: () => void) {
  const families = byFamily(base)
  const next = randomNumbers()
  let [seen, byChance] = [0, 0]
  for (let round = 0; round < namesakePairs && families.length > 0; round++) {
    if (round % stepEvery === 0) step()
    const family = families[Math.floor(next() * families.length)]!
    const [a, b] = [family[Math.floor(next() * family.length)]!, family[Math.floor(next() * family.length)]!]
    if (a === b || !areApart(judge.compared(a, b))) continue
    const [one, other] = [judge.one(a).given!, judge.other(b).given!]
    byChance += base.shares.given(one)
    if (one === other) seen++
  }
  return withNamesakes(model, seen, byChance)
}

/** Families in which a record and its copy do not count for much. */
function byFamily(base: Base) {
  const families = new Map<number, number[]>()
  const read = base.reader()
  for (let index = 0; index < base.size(); index++) {
    const { family, given } = read(index)
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

function sample(base: Base, judge: Judge, pairs: Pairs, model: Model, step: () => void) {
  const size = base.size()
  const every = Math.max(1, Math.ceil(pairs.count / learntFrom))
  const { add, taken } = createSample(Math.ceil(pairs.count / every) + pairs.parts.length, every, model)
  for (const part of pairs.parts) {
    step()
    for (let at = 0; at < part.length; at += every) add(judge.compared(Math.floor(part[at]! / size), part[at]! % size))
  }
  return taken()
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
