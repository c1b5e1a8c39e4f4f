import { sql } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Db } from '../db/schema.ts'

/** Of points that come and go. Spent is less what was given back. */
export const flowFigures = {
  earned: sql<number>`coalesce(sum(points) filter (where kind = 'earned'), 0)`,
  spent: sql<number>`coalesce(-sum(points) filter (where kind in ('spent', 'returned')), 0)`,
  lapsed: sql<number>`coalesce(-sum(points) filter (where kind = 'lapsed'), 0)`,
  reversed: sql<number>`coalesce(-sum(points) filter (where kind = 'reversed'), 0)`,
}

/**
 * What came and went on each day, as the liability counts it: what lapses is gone on the day after its last, whenever that was
 * written down.
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
      flowFigures.earned.as('earned'),
      flowFigures.spent.as('spent'),
      flowFigures.lapsed.as('lapsed'),
      flowFigures.reversed.as('reversed'),
    ])

/** Who has collected; of one programme, or of any. */
export const members = (db: Db, programmeId: number | null) =>
  db
    .selectFrom('loyaltyMember')
    .select('contactId')
    .distinct()
    .where('lots', '>', 0)
    .$if(programmeId !== null, query => query.where('programmeId', '=', programmeId!))
