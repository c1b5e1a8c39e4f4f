import { fold } from '../../shared/text.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

/** The ids of tags by name, made where they are new; spelling differs only in case and accents for the same tag. */
export async function tagIds(db: Db, names: readonly string[]) {
  const ids = new Set<number>()
  for (const name of names) ids.add(await tagId(db, name))
  return [...ids]
}

async function tagId(db: Db, name: string) {
  const known = await queries.tagByFoldedName(db, fold(name)).executeTakeFirst()
  return (known ?? (await queries.insertTag(db, name, fold(name)).executeTakeFirstOrThrow())).id
}

/** Gives a contact these tags and no others. */
export async function setTags(db: Db, contactId: number, names: readonly string[]) {
  const wanted = await tagIds(db, names)
  const present = (await queries.tagsOf(db, [contactId]).execute()).map(({ id }) => id)
  const added = wanted.filter(id => !present.includes(id))
  const removed = present.filter(id => !wanted.includes(id))
  if (added.length > 0) await queries.addTags(db, contactId, added).execute()
  if (removed.length > 0) await queries.removeTags(db, contactId, removed).execute()
}
