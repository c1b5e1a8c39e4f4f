import type { Insertable, Updateable } from 'kysely'
import type { CommissionRuleTable } from '../db/schema-reports.ts'
import type { Db } from '../db/schema.ts'

export const all = (db: Db) => db.selectFrom('commissionRule').selectAll().orderBy('id')

export const insert = (db: Db, row: Insertable<CommissionRuleTable>) => db.insertInto('commissionRule').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<CommissionRuleTable>) =>
  db.updateTable('commissionRule').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('commissionRule').where('id', '=', id)
