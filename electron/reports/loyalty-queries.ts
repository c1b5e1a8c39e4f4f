import { sql } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Db } from '../db/schema.ts'

/** Points that were earned, by day. */
export const earnedByDay = (db: Db, programmeId: number, { from, to }: Days) =>
  db
    .selectFrom('loyaltyLot')
    .where('programmeId', '=', programmeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('day')
    .select(['day', sql<number>`sum(points)`.as('earned')])

/** What became of points, by day: spent or given back, lapsed, taken back with their invoice. */
export const usedByDay = (db: Db, programmeId: number, { from, to }: Days) =>
  db
    .selectFrom('loyaltyEntry as entry')
    .innerJoin('loyaltyLot as lot', 'lot.id', 'entry.lotId')
    .where('lot.programmeId', '=', programmeId)
    .where('entry.day', '>=', from)
    .where('entry.day', '<=', to)
    .groupBy('entry.day')
    .select('entry.day')
    .select([
      sql<number>`coalesce(-sum(entry.points) filter (where entry.kind in ('spent', 'returned')), 0)`.as('spent'),
      sql<number>`coalesce(-sum(entry.points) filter (where entry.kind = 'lapsed'), 0)`.as('lapsed'),
      sql<number>`coalesce(-sum(entry.points) filter (where entry.kind = 'reversed'), 0)`.as('reversed'),
    ])

/** Who ever had points; of one programme, or of any. */
export const members = (db: Db, programmeId: number | null) =>
  db
    .selectFrom('loyaltyLot')
    .select('contactId')
    .distinct()
    .$if(programmeId !== null, query => query.where('programmeId', '=', programmeId!))
