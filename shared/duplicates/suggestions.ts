import type { Base } from './base.ts'
import { newComparison } from './compare.ts'
import type { Decision } from './decide.ts'
import { findEdges, judge } from './find.ts'
import { group } from './grouping.ts'
import type { Model } from './scoring.ts'

/** Two contacts that are likely one person, by their ids. */
export type SuggestedPair = { a: number; b: number; decision: Decision; levels: Int8Array }
/** Contacts that are likely one person: the ids of all, and how the pairs among the first of them compare. */
export type SuggestedGroup = { members: readonly number[]; pairs: readonly SuggestedPair[] }

export type Progress = (done: number, of: number) => void

/** All groups of a base. */
export function suggest(base: Base, step: Progress): { groups: SuggestedGroup[]; model: Model } {
  const { edges, model } = findEdges(base, step)
  const comparison = newComparison()
  const alike = (a: number, b: number) => judge(base, a, b, model, comparison).probability
  const groups = group(
    edges.map(({ a, b, decision }) => ({ a, b, strength: decision.strength })),
    alike,
  )
  const grouped = new Set(groups.flat())
  for (const copied of base.withCopies()) if (!grouped.has(copied)) groups.push([copied])
  return { groups: groups.flatMap(members => expanded(base, members, model)), model }
}

const pairedUpTo = 12

/** With the contacts that say the very same as a member; they too need enough in common to be taken for one. */
function expanded(base: Base, profiles: readonly number[], model: Model): SuggestedGroup[] {
  const comparison = newComparison()
  const members: { id: number; profile: number }[] = []
  for (const profile of profiles) {
    members.push({ id: base.idOf(profile), profile })
    if (base.copiesOf(profile).length === 0 || !judge(base, profile, profile, model, comparison).isSuggested) continue
    for (const id of base.copiesOf(profile)) members.push({ id, profile })
  }
  if (members.length < 2) return []
  members.sort((a, b) => a.id - b.id)
  const pairs: SuggestedPair[] = []
  const paired = members.slice(0, pairedUpTo)
  paired.forEach((one, index) => {
    for (const other of paired.slice(index + 1)) {
      const decision = judge(base, one.profile, other.profile, model, comparison)
      pairs.push({ a: one.id, b: other.id, decision, levels: comparison.levels.slice() })
    }
  })
  return [{ members: members.map(({ id }) => id), pairs }]
}
