import type { Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { TagTable } from '../db/schema-contacts.ts'

export const all = (db: Db) => db.selectFrom('tag').select(['id', 'name', 'colour']).orderBy('foldedName')

export const byId = (db: Db, id: number) => db.selectFrom('tag').select(['id', 'name', 'colour']).where('id', '=', id)

export const update = (db: Db, id: number, row: Updateable<TagTable>) => db.updateTable('tag').set(row).where('id', '=', id)

/** The next contacts with a tag, in the order of their ids. */
export const someWith = (db: Db, tagId: number, after: number, limit: number) =>
  db
    .selectFrom('contactTag')
    .select('contactId')
    .where('tagId', '=', tagId)
    .where('contactId', '>', after)
    .orderBy('contactId')
    .limit(limit)
