import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** What kinds of documents those are. */
export const kindsOf = (db: Db, ids: readonly number[]) => db.selectFrom('document').select(['id', 'kind']).where('id', 'in', ids)

/** What the books say of these days: a batch of bookings comes to the same. */
export const invoiced = (db: Db, from: string, to: string) =>
  db
    .selectFrom('document')
    .select(sql<number>`coalesce(sum(gross), 0)`.as('gross'))
    .where(sql<string>`coalesce(issuedOn, '9999')`, '>=', from)
    .where(sql<string>`coalesce(issuedOn, '9999')`, '<=', to)
    .where('issuedOn', 'is not', null)
    .where('kind', '<>', 'quote')

export const taken = (db: Db, from: string, to: string) =>
  db
    .selectFrom('payment')
    .select([sql<number>`coalesce(sum(amount), 0)`.as('amount'), sql<number>`coalesce(sum(tip), 0)`.as('tips')])
    .where('day', '>=', from)
    .where('day', '<=', to)

export const intoDrawer = (db: Db, from: string, to: string) =>
  db
    .selectFrom('cashEntry')
    .select(sql<number>`coalesce(sum(amount), 0)`.as('amount'))
    .where('day', '>=', from)
    .where('day', '<=', to)

/** The last of each series that was issued by then, with the seal that all before it are in. */
export const chainEnds = (db: Db, to: string) =>
  db
    .selectFrom('document')
    .select(['series', 'number', 'hash'])
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('sequence', 'is not', null)
    .where('issuedOn', '<=', to)
    .groupBy('series')
    .orderBy('series')
