import { sql } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Db } from '../db/schema.ts'

/**
 * What came and went on each day, as the liability counts it: what lapses is gone on the day after its last, whenever that was
 * written down. Spent is less what was given back.
 */
export const flowsByDay = (db: Db, programmeId: number, { from, to }: Days) =>
  db
    .selectFrom('loyaltyFlow')
    .where('programmeId', '=', programmeId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('day')
    .select('day')
    .select([
      sql<number>`coalesce(sum(points) filter (where kind = 'earned'), 0)`.as('earned'),
      sql<number>`coalesce(-sum(points) filter (where kind in ('spent', 'returned')), 0)`.as('spent'),
      sql<number>`coalesce(-sum(points) filter (where kind = 'lapsed'), 0)`.as('lapsed'),
      sql<number>`coalesce(-sum(points) filter (where kind = 'reversed'), 0)`.as('reversed'),
    ])

/** Who has collected; of one programme, or of any. */
export const members = (db: Db, programmeId: number | null) =>
  db
    .selectFrom('loyaltyMember')
    .select('contactId')
    .distinct()
    .where('lots', '>', 0)
    .$if(programmeId !== null, query => query.where('programmeId', '=', programmeId!))
