import type { Selectable } from 'kysely'
import { compare, newComparison } from '../../shared/duplicates/compare.ts'
import { decide, type Decision } from '../../shared/duplicates/decide.ts'
import { group } from '../../shared/duplicates/grouping.ts'
import { shownProbability } from '../../shared/duplicates/knowledge.ts'
import type { DuplicateGroup, DuplicatePair } from '../../shared/duplicates/model.ts'
import { profileOf } from '../../shared/duplicates/profile.ts'
import { reasonsFor } from '../../shared/duplicates/reasons.ts'
import { createVocabulary } from '../../shared/duplicates/vocabulary.ts'
import { linesOf } from '../contacts/list.ts'
import type { Db } from '../db/schema.ts'
import type { ContactTable } from '../db/schema-contacts.ts'
import { toDescribed } from './described.ts'
import { knownOf, type Known } from './knowledge.ts'
import { pairKey } from './pairs.ts'
import * as queries from './queries.ts'

const touchedAtMost = 300
const shownAtMost = 50
const pairedUpTo = 12

type Wanted = { certain: boolean | null; offset: number; limit: number }

/** Suggested groups, best first. Those that something has happened to since the scan are looked at afresh. */
export async function groupsOf(db: Db, { certain, offset, limit }: Wanted) {
  const known = await knownOf(db)
  const which = await shownGroups(db, known, certain)
  if (!which) return { total: 0, groups: [] }
  const { groups: total } = await queries.countGroups(db, which).executeTakeFirstOrThrow()
  const groups: DuplicateGroup[] = []
  for (const row of await queries.groupPage(db, which, offset, limit).execute()) {
    const one = await liveGroup(db, row, known)
    if (one) groups.push(one)
  }
  return { total, groups }
}

/** Which groups of the last scan still stand; null before the first one. */
export async function shownGroups(db: Db, known: Known, certain: boolean | null) {
  const { scanId } = known
  if (scanId === null) return null
  const touched: number[] = []
  for (const { id } of await queries.touchedGroups(db, scanId, touchedAtMost).execute()) {
    const one = await liveGroup(db, { id, size: 0, touched: 1 }, known)
    if (one && (certain === null || one.certain === certain)) touched.push(id)
  }
  return { scanId, certain, touched }
}

type GroupRow = { id: number; size: number; touched: number }
type Member = Selectable<ContactTable> & { scannedAt: string }
type Judged = { a: Member; b: Member; decision: Decision; levels: Int8Array }

async function liveGroup(db: Db, { id, size, touched }: GroupRow, known: Known): Promise<DuplicateGroup | null> {
  const members = await queries.membersOf(db, id, shownAtMost).execute()
  const judged = await judgeAll(db, id, members, known)
  const kept = touched ? strongest(members, judged) : members.map(member => member.id)
  if (kept.length < 2) return null
  const among = judged.filter(({ a, b }) => kept.includes(a.id) && kept.includes(b.id))
  const pairs = among.map(pair => toPair(pair, known))
  const best = Math.max(...among.map(({ decision }) => decision.probability))
  return {
    id,
    contacts: await linesOf(db, kept),
    size: touched ? kept.length : size,
    probability: shownProbability(best, known.knowledge),
    certain: pairs.every(pair => pair.certain),
    pairs,
  }
}

const toPair = ({ a, b, decision, levels }: Judged, { knowledge }: Known): DuplicatePair => ({
  a: a.id,
  b: b.id,
  probability: shownProbability(decision.probability, knowledge),
  certain: decision.isCertain,
  reasons: reasonsFor(toDescribed(a), toDescribed(b), levels),
})

/** As the scan judged them, but for those that have changed since. */
async function judgeAll(db: Db, groupId: number, members: readonly Member[], { knowledge, shares }: Known): Promise<Judged[]> {
  const stored = new Map((await queries.pairsOf(db, groupId).execute()).map(pair => [pairKey(pair.a, pair.b), pair]))
  const dismissed = await dismissedAmong(db, members)
  const words = createVocabulary()
  const profiles = members.slice(0, pairedUpTo).map(member => ({ member, profile: profileOf(toDescribed(member), words) }))
  return profiles.flatMap((one, index) =>
    profiles.slice(index + 1).map((other): Judged => {
      const comparison = newComparison()
      compare(one.profile, other.profile, shares, comparison)
      const key = pairKey(one.member.id, other.member.id)
      const before = isUnchanged(one.member) && isUnchanged(other.member) ? stored.get(key) : undefined
      const decision = dismissed.has(key)
        ? apart
        : before
          ? { ...before, isSuggested: before.suggested === 1, isCertain: before.certain === 1 }
          : decide(one.profile, other.profile, comparison, knowledge.model)
      return { a: one.member, b: other.member, decision, levels: comparison.levels }
    }),
  )
}

const isUnchanged = ({ changedAt, scannedAt }: Member) => changedAt === scannedAt
/** Somebody has said so: less than unlikely. */
const apart: Decision = { probability: -1, strength: -1000, isSuggested: false, isCertain: false }

async function dismissedAmong(db: Db, members: readonly Member[]) {
  const ids = members.map(({ id }) => id)
  return new Set((ids.length > 1 ? await queries.dismissedAmong(db, ids).execute() : []).map(({ a, b }) => pairKey(a, b)))
}

/** What is left of a group once some have gone, changed, or been told apart. */
function strongest(members: readonly Member[], judged: readonly Judged[]): number[] {
  const probabilities = new Map(judged.map(({ a, b, decision }) => [pairKey(a.id, b.id), decision.probability]))
  const links = judged
    .filter(({ decision }) => decision.isSuggested)
    .map(({ a, b, decision }) => ({ a: a.id, b: b.id, strength: decision.strength }))
  const [first = []] = group(links, (a, b) => probabilities.get(pairKey(a, b)) ?? 0)
  return members.map(({ id }) => id).filter(id => first.includes(id))
}
