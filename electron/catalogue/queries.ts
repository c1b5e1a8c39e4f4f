import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ServiceTable } from '../db/schema-catalogue.ts'

export const all = (db: Db) => db.selectFrom('service').selectAll().orderBy('position').orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('service').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<ServiceTable>) => db.insertInto('service').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<ServiceTable>) => db.updateTable('service').set(row).where('id', '=', id)

export const move = (db: Db, id: number, position: number) =>
  db.updateTable('service').set({ position }).where('id', '=', id).where('position', '<>', position)
