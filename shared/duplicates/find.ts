import type { Base } from './base.ts'
import { candidatePairs } from './candidates.ts'
import type { Decision } from './decide.ts'
import { judgeOf } from './judge.ts'
import { learn } from './learn.ts'
import { sieveOf } from './sieve.ts'

/** A pair of profiles that are likely one person. */
export type Edge = { a: number; b: number; decision: Decision }

/** Tells which part of the work is done, from 0 to 1; called often, and may throw to end it. */
export type Step = (part: number) => void

/** Where one part of the work ends and the next begins. */
const parts = { pairs: 0.35, learning: 0.45 }
const stepEvery = 4096

export function findEdges(base: Base, step: Step) {
  const size = base.size()
  const judge = judgeOf(base)
  const pairs = candidatePairs(base, part => step(part * parts.pairs))
  const model = learn(base, judge, pairs, () => step(parts.pairs))
  const canBeOne = sieveOf(base, model, judge.likeness)
  const edges: Edge[] = []
  let seen = 0
  for (const part of pairs.parts) {
    for (const pair of part) {
      if (seen++ % stepEvery === 0) step(parts.learning + (1 - parts.learning) * (seen / pairs.count))
      const [a, b] = [Math.floor(pair / size), pair % size]
      if (!canBeOne(a, b)) continue
      const decision = judge.decide(a, b, model)
      if (decision.isSuggested) edges.push({ a, b, decision })
    }
  }
  return { edges, model, judge }
}
