import { sql, type Insertable } from 'kysely'
import type { LoyaltyChargeTable } from '../db/schema-loyalty.ts'
import type { Db } from '../db/schema.ts'

export const insert = (db: Db, rows: readonly Insertable<LoyaltyChargeTable>[]) => db.insertInto('loyaltyCharge').values(rows)

/** By how much points of these lots made things cheaper, at which tax rate. */
export const cheapened = (db: Db, lotIds: readonly number[]) =>
  db
    .selectFrom('loyaltyRewardedLine as rewarded')
    .innerJoin('documentLine as line', join =>
      join.onRef('line.documentId', '=', 'rewarded.documentId').onRef('line.position', '=', 'rewarded.position'),
    )
    .select(({ fn }) => ['line.taxRateId', fn.sum<number>('rewarded.amount').as('amount')])
    .where(
      'rewarded.redemptionId',
      'in',
      db
        .selectFrom('loyaltyEntry')
        .select('redemptionId')
        .where('lotId', 'in', lotIds)
        .where('kind', '=', 'spent')
        .$narrowType<{ redemptionId: number }>(),
    )
    .groupBy('line.taxRateId')
    .orderBy('line.taxRateId')

/** What a credit note takes back at which rate. */
export const creditedRates = (db: Db, noteId: number) =>
  db
    .selectFrom('documentLine')
    .select(['taxRateId', sql<number>`-sum(netOfAll + tax)`.as('amount')])
    .where('documentId', '=', noteId)
    .groupBy('taxRateId')
    .having(sql<boolean>`-sum(netOfAll + tax) > 0`)
    .orderBy('taxRateId')

/** Of a credit note, or of the invoice that charges. */
export const chargesOf = (db: Db, documentId: number) =>
  db
    .selectFrom('loyaltyCharge as charge')
    .innerJoin('loyaltyLot as lot', 'lot.id', 'charge.lotId')
    .innerJoin('loyaltyProgramme as programme', 'programme.id', 'lot.programmeId')
    .innerJoin('document', 'document.id', 'charge.documentId')
    .innerJoin('document as note', 'note.id', 'charge.noteId')
    .select(({ fn }) => ['programme.name as programme', 'programme.unit', fn.sum<number>('charge.points').as('points')])
    .select(['document.gross as amount', 'charge.documentId', 'document.number', 'charge.noteId', 'note.number as noteNumber'])
    .where(({ or, eb }) => or([eb('charge.documentId', '=', documentId), eb('charge.noteId', '=', documentId)]))
    .groupBy('charge.documentId')
    .orderBy('charge.documentId')
