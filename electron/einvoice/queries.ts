import type { Db } from '../db/schema.ts'

/** What has been paid of a document, by the way it was paid, the most of it first: with a credit note's sign where money went back. */
export const paidOf = (db: Db, documentId: number) =>
  db
    .selectFrom('settlement')
    .innerJoin('payment', 'payment.id', 'settlement.paymentId')
    .select(({ fn }) => ['payment.method', fn.sum<number>('settlement.amount').as('amount')])
    .where('settlement.documentId', '=', documentId)
    .groupBy('payment.method')
    .orderBy(({ fn }) => fn('abs', [fn.sum('settlement.amount')]), 'desc')
