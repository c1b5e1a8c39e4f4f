import type { Insertable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ContactMergeTable } from '../db/schema-contacts.ts'

export const insert = (db: Db, merge: Insertable<ContactMergeTable>) => db.insertInto('contactMerge').values(merge)

/** The merges into a contact that stand, oldest first. */
export const standing = (db: Db, survivorId: number) =>
  db.selectFrom('contactMerge').selectAll().where('survivorId', '=', survivorId).where('unmergedAt', 'is', null).orderBy('id')

export const standingOf = (db: Db, loserId: number) =>
  db.selectFrom('contactMerge').selectAll().where('loserId', '=', loserId).where('unmergedAt', 'is', null)

export const rewrite = (db: Db, id: number, before: string, after: string) =>
  db.updateTable('contactMerge').set({ before, after }).where('id', '=', id)

export const markUnmerged = (db: Db, id: number, unmergedAt: string) =>
  db.updateTable('contactMerge').set({ unmergedAt }).where('id', '=', id)

export const hide = (db: Db, id: number, survivorId: number, at: string) =>
  db.updateTable('contact').set({ mergedInto: survivorId, trashedAt: at }).where('id', '=', id)

export const showAgain = (db: Db, id: number) => db.updateTable('contact').set({ mergedInto: null, trashedAt: null }).where('id', '=', id)
