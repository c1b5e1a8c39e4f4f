import { tagIds } from '../contacts/tags.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** Gives a deal these tags and no others. */
export async function setTags(db: Db, dealId: number, names: readonly string[]) {
  const wanted = await tagIds(db, names)
  const present = (await queries.tagsOf(db, [dealId]).execute()).map(({ id }) => id)
  const added = wanted.filter(id => !present.includes(id))
  const removed = present.filter(id => !wanted.includes(id))
  if (added.length > 0) await queries.addTags(db, dealId, added).execute()
  if (removed.length > 0) await queries.removeTags(db, dealId, removed).execute()
}
