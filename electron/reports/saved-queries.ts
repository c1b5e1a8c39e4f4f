import { sql, type Insertable, type Updateable } from 'kysely'
import type { SavedReportTable } from '../db/schema-reports.ts'
import type { Db } from '../db/schema.ts'

export const all = (db: Db) =>
  db
    .selectFrom('savedReport')
    .selectAll()
    .orderBy(sql`folded(name)`)
    .orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('savedReport').selectAll().where('id', '=', id)

export const withName = (db: Db, foldedName: string) =>
  db
    .selectFrom('savedReport')
    .select(['id', 'name'])
    .where(sql`folded(name)`, '=', foldedName)

export const insert = (db: Db, row: Insertable<SavedReportTable>) => db.insertInto('savedReport').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<SavedReportTable>) => db.updateTable('savedReport').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('savedReport').where('id', '=', id)
