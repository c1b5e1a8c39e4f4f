import { newKnowledge, sharesFrom, type Knowledge } from '../../shared/duplicates/knowledge.ts'
import type { Shares } from '../../shared/duplicates/compare.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

export type Known = { scanId: number | null; knowledge: Knowledge; shares: Shares }

const remembered = new WeakMap<Db, Known>()

/** What the last scan has learnt; read once. */
export async function knownOf(db: Db): Promise<Known> {
  const scan = await queries.lastScanId(db).executeTakeFirst()
  const there = remembered.get(db)
  if (scan && there?.scanId === scan.id) return there
  const knowledge = scan ? await stored(db) : newKnowledge((await queries.contactCount(db).executeTakeFirstOrThrow()).contacts)
  const known = { scanId: scan?.id ?? null, knowledge, shares: sharesFrom(knowledge) }
  remembered.set(db, known)
  return known
}

// Written by the scan only.
const stored = async (db: Db) => JSON.parse((await queries.lastScan(db).executeTakeFirstOrThrow()).knowledge) as Knowledge
