import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { FieldTable } from '../db/schema-contacts.ts'

export const all = (db: Db) => db.selectFrom('field').selectAll().orderBy('position').orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('field').selectAll().where('id', '=', id)

export const withName = (db: Db, foldedName: string) =>
  db.selectFrom('field').select(['id', 'name']).where('foldedName', '=', foldedName).where('archivedAt', 'is', null)

export const insert = (db: Db, row: Insertable<FieldTable>) => db.insertInto('field').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<FieldTable>) => db.updateTable('field').set(row).where('id', '=', id)

export const move = (db: Db, id: number, position: number) =>
  db.updateTable('field').set({ position }).where('id', '=', id).where('position', '<>', position)
