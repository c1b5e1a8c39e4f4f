import { setImmediate as nextTurn } from 'node:timers/promises'
import { createBase, type Base } from '../../shared/duplicates/base.ts'
import { createNumberMap, type NumberMap } from '../../shared/duplicates/number-map.ts'
import { knowledgeOf } from '../../shared/duplicates/knowledge.ts'
import { profileOf } from '../../shared/duplicates/profile.ts'
import { suggest, type SuggestedGroup } from '../../shared/duplicates/suggestions.ts'
import type { Db } from '../db/schema.ts'
import type { JobContext } from '../handlers.ts'
import * as queries from './queries.ts'
import { toDescribed } from './described.ts'
import { pairKey } from './pairs.ts'

const readAtOnce = 2000
const writtenAtOnce = 200
const removedAtOnce = 500
const tellEvery = 100
/** Reading takes about a third of the time. */
const readingPart = 1 / 3

/** Looks through all contacts for those that are one person. What an earlier scan found stays until this one has ended. */
export async function scan(_input: object, context: JobContext) {
  const { db, now, transaction } = context
  const { contacts } = await queries.contactCount(db).executeTakeFirstOrThrow()
  const tell = teller(context, contacts)
  const startedAt = now().toISOString()
  const changedAt = createNumberMap()
  const base = await readAll(db, changedAt, tell)
  const { groups, model } = suggest(base, part => tell(contacts * (readingPart + (1 - readingPart) * part)))
  const knowledge = JSON.stringify(knowledgeOf(base, model))

  const { id } = await transaction(() => queries.beginScan(db, startedAt).executeTakeFirstOrThrow())
  try {
    await write(context, id, groups, changedAt)
    await transaction(() => queries.finishScan(db, id, { finishedAt: now().toISOString(), contacts, knowledge }).execute())
  } catch (error) {
    await removeGroupsOf(context, id)
    throw error
  }
  await removeOthers(context, id)
  return { contacts, groups: groups.length, certain: groups.filter(isCertain).length }
}

const isCertain = ({ pairs }: SuggestedGroup) => pairs.length > 0 && pairs.every(({ decision }) => decision.isCertain)

function teller({ progress, checkCancelled }: JobContext, total: number) {
  let last = 0
  return (done: number) => {
    const time = performance.now()
    if (time - last < tellEvery) return
    last = time
    checkCancelled()
    progress({ done: Math.min(total, Math.round(done)), total, perSecond: null })
  }
}

async function readAll(db: Db, changedAt: NumberMap, tell: (done: number) => void): Promise<Base> {
  const base = createBase()
  let after = 0
  for (;;) {
    const rows = await queries.contactsAfter(db, after, readAtOnce).execute()
    for (const row of rows) {
      base.add(row.id, profileOf(toDescribed(row), base.words))
      changedAt.set(row.id, Date.parse(row.changedAt))
    }
    if (rows.length < readAtOnce) return base
    after = rows.at(-1)!.id
    tell(changedAt.size() * readingPart)
  }
}

async function write(
  { db, transaction, checkCancelled }: JobContext,
  scanId: number,
  groups: readonly SuggestedGroup[],
  changedAt: NumberMap,
) {
  const dismissed = new Set((await queries.dismissed(db).execute()).map(({ a, b }) => pairKey(a, b)))
  for (let at = 0; at < groups.length; at += writtenAtOnce) {
    checkCancelled()
    await transaction(async () => {
      for (const group of groups.slice(at, at + writtenAtOnce)) await writeGroup(db, scanId, group, changedAt, dismissed)
    })
    await nextTurn()
  }
}

const valuesAtOnce = 1000

async function writeGroup(db: Db, scanId: number, group: SuggestedGroup, changedAt: NumberMap, dismissed: ReadonlySet<string>) {
  const { members, pairs } = group
  const strength = Math.max(...pairs.map(({ decision }) => decision.strength))
  const touched = Number(pairs.some(({ a, b }) => dismissed.has(pairKey(a, b))))
  const row = { scanId, certain: Number(isCertain(group)), strength, size: members.length, touched }
  const { id: groupId } = await queries.insertGroup(db, row).executeTakeFirstOrThrow()
  const values = members.map(contactId => ({ groupId, contactId, changedAt: new Date(changedAt.get(contactId)!).toISOString() }))
  for (let at = 0; at < values.length; at += valuesAtOnce) await queries.insertMembers(db, values.slice(at, at + valuesAtOnce)).execute()
  const judged = pairs.map(({ a, b, decision: { probability, strength, isSuggested, isCertain } }) => ({
    ...{ groupId, a, b, probability },
    strength: Number.isFinite(strength) ? strength : -1000,
    suggested: Number(isSuggested),
    certain: Number(isCertain),
  }))
  await queries.insertPairs(db, judged).execute()
}

async function removeOthers({ db, transaction }: JobContext, scanId: number) {
  await transaction(() => queries.removeOtherScans(db, scanId).execute())
  for (;;) {
    const ids = (await queries.outdatedGroups(db, scanId, removedAtOnce).execute()).map(({ id }) => id)
    if (ids.length === 0) return
    await remove(db, transaction, ids)
  }
}

async function removeGroupsOf({ db, transaction }: JobContext, scanId: number) {
  for (;;) {
    const ids = (await queries.groupsOf(db, scanId, removedAtOnce).execute()).map(({ id }) => id)
    if (ids.length === 0) return
    await remove(db, transaction, ids)
  }
}

const remove = (db: Db, transaction: JobContext['transaction'], ids: readonly number[]) =>
  transaction(async () => {
    await queries.removePairs(db, ids).execute()
    await queries.removeMembers(db, ids).execute()
    await queries.removeGroups(db, ids).execute()
  })
