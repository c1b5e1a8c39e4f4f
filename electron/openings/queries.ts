import type { Insertable, Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { ClosureTable } from '../db/schema-staff.ts'

export const all = (db: Db) => db.selectFrom('closure').selectAll().orderBy('firstDay').orderBy('id')

/** Those that touch these days, both included. */
export const between = (db: Db, from: string, to: string) => all(db).where('lastDay', '>=', from).where('firstDay', '<=', to)

export const byId = (db: Db, id: number) => db.selectFrom('closure').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<ClosureTable>) => db.insertInto('closure').values(row).returningAll()

export const update = (db: Db, id: number, row: Updateable<ClosureTable>) => db.updateTable('closure').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('closure').where('id', '=', id)
