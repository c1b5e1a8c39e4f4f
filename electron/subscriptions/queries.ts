import { sql, type Insertable, type Updateable } from 'kysely'
import type { SubscriptionPeriodTable, SubscriptionTable } from '../db/schema-documents.ts'
import type { Db } from '../db/schema.ts'
import { listed } from '../invoices/queries.ts'

const withMade = (db: Db) =>
  db
    .selectFrom('subscription')
    .selectAll('subscription')
    .select(sql<number>`(select count(*) from subscriptionPeriod where subscriptionId = subscription.id)`.as('made'))

export const byId = (db: Db, id: number) => withMade(db).where('id', '=', id)

export const insert = (db: Db, row: Insertable<SubscriptionTable>) => db.insertInto('subscription').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<SubscriptionTable>) =>
  db.updateTable('subscription').set(row).where('id', '=', id)

/** Whatever comes next first; what is paused or over last, the latest change first. */
export const list = (db: Db, contactId: number | null, { offset, limit }: { offset: number; limit: number }) =>
  withMade(db)
    .$if(contactId !== null, query => query.where('contactId', '=', contactId!))
    .orderBy(sql`coalesce(nextOn, '9999')`)
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)

export const due = (db: Db, today: string) =>
  db.selectFrom('subscription').select('id').where('nextOn', 'is not', null).where('nextOn', '<=', today).orderBy('nextOn').orderBy('id')

export const insertPeriod = (db: Db, row: Insertable<SubscriptionPeriodTable>) =>
  db.insertInto('subscriptionPeriod').values(row).returning('id')

export const lastPeriod = (db: Db, subscriptionId: number) =>
  db.selectFrom('subscriptionPeriod').selectAll().where('subscriptionId', '=', subscriptionId).orderBy('firstDay', 'desc').limit(1)

export const periods = (db: Db, subscriptionId: number, limit: number) =>
  db.selectFrom('subscriptionPeriod').selectAll().where('subscriptionId', '=', subscriptionId).orderBy('firstDay', 'desc').limit(limit)

/** Drafts that recurring invoices made, and that wait to be looked at. */
export const drafts = (db: Db) =>
  db
    .selectFrom('document')
    .select(({ fn }) => fn.countAll<number>().as('documents'))
    .where('subscriptionPeriodId', 'is not', null)
    .where('issuedAt', 'is', null)

export const issuedSince = (db: Db, at: string) =>
  db
    .selectFrom('subscriptionPeriod')
    .innerJoin('document', 'document.subscriptionPeriodId', 'subscriptionPeriod.id')
    .select(({ fn }) => fn.countAll<number>().as('documents'))
    .where('madeAt', '>=', at)
    .where('document.issuedAt', 'is not', null)

export const documentsOf = (db: Db, periodIds: readonly number[]) =>
  listed(db).select('subscriptionPeriodId').where('subscriptionPeriodId', 'in', periodIds)
