import { displayName } from '../../shared/contacts/rules.ts'
import { portions } from '../../shared/group.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import { reachable } from './rows.ts'

const atOnce = 500

/** What these contacts are called; whoever has gone meanwhile is left out. */
export async function namesOf(db: Db, ids: Iterable<number>) {
  const names = new Map<number, string>()
  for (const some of portions(new Set(ids), atOnce)) {
    for (const row of await queries.lines(db, some).execute()) names.set(row.id, displayName({ ...row, ...reachable(row) }))
  }
  return names
}
