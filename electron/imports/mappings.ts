import { createHash } from 'node:crypto'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

const kept = 100

const keyOf = (headers: readonly string[]) => createHash('sha256').update(JSON.stringify(headers)).digest('hex')

/** What the columns of the last file with this header meant; null where there was none. */
export async function rememberedMapping(db: Db, headers: readonly string[]) {
  const found = await queries.mapping(db, keyOf(headers)).executeTakeFirst()
  // Written by rememberMapping only.
  return found ? (JSON.parse(found.fields) as (string | null)[]) : null
}

export async function rememberMapping(db: Db, headers: readonly string[], fields: readonly (string | null)[], usedAt: string) {
  await queries.remember(db, { header: keyOf(headers), fields: JSON.stringify(fields), usedAt }).execute()
  await queries.forgetOldMappings(db, kept).execute()
}
