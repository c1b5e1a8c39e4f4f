import { sql, type Insertable } from 'kysely'
import type { CashClosingTable, CashEntryTable } from '../db/schema-payments.ts'
import type { Db } from '../db/schema.ts'

export const insert = (db: Db, row: Insertable<CashEntryTable>) => db.insertInto('cashEntry').values(row).returningAll()

export const insertClosing = (db: Db, row: Insertable<CashClosingTable>) => db.insertInto('cashClosing').values(row).returningAll()

export const last = (db: Db) => db.selectFrom('cashEntry').selectAll().orderBy('id', 'desc').limit(1)

/** The book is in the order of days: this is what was in the drawer when the day began. */
export const lastBefore = (db: Db, day: string) =>
  db.selectFrom('cashEntry').select('balance').where('day', '<', day).orderBy('day', 'desc').orderBy('id', 'desc').limit(1)

export const ofDay = (db: Db, day: string) => db.selectFrom('cashEntry').selectAll().where('day', '=', day).orderBy('id')

/** The earliest first, after that one: what came before its day is not looked at again. */
export const between = (db: Db, from: string, to: string, after: { day: string; id: number }, limit: number) =>
  db
    .selectFrom('cashEntry')
    .selectAll()
    .where('day', '>=', after.day || from)
    .where('day', '<=', to)
    .where(sql<boolean>`(day, id) > (${after.day}, ${after.id})`)
    .orderBy('day')
    .orderBy('id')
    .limit(limit)

export const lastClosing = (db: Db) => db.selectFrom('cashClosing').selectAll().orderBy('day', 'desc').limit(1)

export const closingOf = (db: Db, day: string) => db.selectFrom('cashClosing').selectAll().where('day', '=', day)

export const closings = (db: Db, before: string | null, limit: number) =>
  db
    .selectFrom('cashClosing')
    .selectAll()
    .$if(before !== null, query => query.where('day', '<', before!))
    .orderBy('day', 'desc')
    .limit(limit)

export const takings = (db: Db, day: string) =>
  db
    .selectFrom('payment')
    .select(['method', sql<number>`sum(amount)`.as('amount'), sql<number>`sum(tip)`.as('tips'), sql<number>`count(*)`.as('payments')])
    .where('day', '=', day)
    .groupBy('method')
    .orderBy('method')
