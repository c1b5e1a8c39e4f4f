import type { Base } from './base.ts'
import type { Decision } from './decide.ts'
import { findEdges, type Step } from './find.ts'
import { group } from './grouping.ts'
import type { Judge } from './judge.ts'
import type { Model } from './scoring.ts'

/** Two contacts that are likely one person, by their ids. */
export type SuggestedPair = { a: number; b: number; decision: Decision }
/** Contacts that are likely one person: the ids of all, and how the pairs among the first of them compare. */
export type SuggestedGroup = { members: readonly number[]; pairs: readonly SuggestedPair[] }

/** All groups of a base. */
export function suggest(base: Base, step: Step): { groups: SuggestedGroup[]; model: Model } {
  const { edges, model, judge } = findEdges(base, step)
  const alike = (a: number, b: number) => judge.decide(a, b, model).probability
  const groups = group(
    edges.map(({ a, b, decision }) => ({ a, b, strength: decision.strength })),
    alike,
  )
  const grouped = new Set(groups.flat())
  for (const copied of base.withCopies()) if (!grouped.has(copied)) groups.push([copied])
  return { groups: groups.flatMap(members => expanded(base, judge, members, model)), model }
}

const pairedUpTo = 12

/** With the contacts that say the very same as a member; they too need enough in common to be taken for one. */
function expanded(base: Base, judge: Judge, profiles: readonly number[], model: Model): SuggestedGroup[] {
  const members: { id: number; profile: number }[] = []
  for (const profile of profiles) {
    members.push({ id: base.idOf(profile), profile })
    if (base.copiesOf(profile).length === 0 || !judge.decide(profile, profile, model).isSuggested) continue
    for (const id of base.copiesOf(profile)) members.push({ id, profile })
  }
  if (members.length < 2) return []
  members.sort((a, b) => a.id - b.id)
  const pairs: SuggestedPair[] = []
  const paired = members.slice(0, pairedUpTo)
  paired.forEach((one, index) => {
    for (const other of paired.slice(index + 1)) {
      pairs.push({ a: one.id, b: other.id, decision: judge.decide(one.profile, other.profile, model) })
    }
  })
  return [{ members: members.map(({ id }) => id), pairs }]
}
