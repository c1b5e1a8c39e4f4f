import { sql, type Insertable, type Updateable } from 'kysely'
import type { TaxRateTable } from '../db/schema-catalogue.ts'
import type { Db } from '../db/schema.ts'

export const all = (db: Db) => db.selectFrom('taxRate').selectAll().orderBy('position').orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('taxRate').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<TaxRateTable>) => db.insertInto('taxRate').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<TaxRateTable>) => db.updateTable('taxRate').set(row).where('id', '=', id)

/** A document has one row for each category and rate. Day by day first, in the order of the index: there is nothing to sort but days. */
export const summary = (db: Db, from: string, to: string) =>
  db
    .selectFrom(
      db
        .selectFrom('documentTax')
        .where('issuedOn', '>=', from)
        .where('issuedOn', '<=', to)
        .groupBy(['issuedOn', 'category', 'basisPoints'])
        .select(['category', 'basisPoints', sql<number>`count(*)`.as('documents')])
        .select(({ fn }) => [fn.sum<number>('net').as('net'), fn.sum<number>('tax').as('tax')])
        .as('day'),
    )
    .groupBy(['category', 'basisPoints'])
    .orderBy('basisPoints', 'desc')
    .orderBy('category', 'desc')
    .select(['category', 'basisPoints'])
    .select(({ fn }) => [fn.sum<number>('documents').as('documents'), fn.sum<number>('net').as('net'), fn.sum<number>('tax').as('tax')])
    .select(sql<number>`sum(net) + sum(tax)`.as('gross'))
