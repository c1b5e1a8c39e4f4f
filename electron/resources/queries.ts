import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ResourceTable } from '../db/schema-staff.ts'

export const all = (db: Db) => db.selectFrom('resource').selectAll().orderBy('position').orderBy('id')

export const insert = (db: Db, row: Insertable<ResourceTable>) => db.insertInto('resource').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<ResourceTable>) => db.updateTable('resource').set(row).where('id', '=', id)
