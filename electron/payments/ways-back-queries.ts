import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

export const credited = (db: Db, id: number) => db.selectFrom('document').select(['kind', 'sourceId', 'open']).where('id', '=', id)

/** What an invoice was paid with, in the order in which it was. */
export const cameInFor = (db: Db, documentId: number) =>
  db
    .selectFrom('settlement')
    .innerJoin('payment', 'payment.id', 'settlement.paymentId')
    .leftJoin('voucher', 'voucher.id', 'payment.voucherId')
    .select(['payment.id as paymentId', 'payment.method', 'payment.day', 'payment.voucherId'])
    .select(['voucher.code as voucherCode', 'voucher.expiresOn', 'voucher.blockedAt'])
    .select([
      sql<number>`sum(settlement.amount)`.as('paid'),
      sql<number>`payment.amount + (select coalesce(sum(amount), 0) from payment as back where back.refundsId = payment.id)`.as('left'),
    ])
    .where('settlement.documentId', '=', documentId)
    .where('payment.amount', '>', 0)
    .groupBy('payment.id')
    .orderBy('payment.id')

/** What went back by all the credit notes of an invoice. */
export const wentBackFor = (db: Db, documentId: number) =>
  db
    .selectFrom('document as note')
    .innerJoin('settlement', 'settlement.documentId', 'note.id')
    .innerJoin('payment', 'payment.id', 'settlement.paymentId')
    .select(['payment.refundsId', 'payment.method', 'payment.voucherId', sql<number>`-settlement.amount`.as('amount')])
    .where('note.sourceId', '=', documentId)
    .where('note.kind', '=', 'creditNote')
    .where('payment.amount', '<', 0)
    .orderBy('settlement.id')
