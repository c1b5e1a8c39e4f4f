import { sql } from 'kysely'
import { statusesOf } from '../../shared/reports/visits.ts'
import type { Db } from '../db/schema.ts'

const done = sql.join(statusesOf('done').map(status => sql.lit(status)))

/**
 * Of the visits that took place and whose client is known: how many, and after how many of them the client has had another, or has
 * one to come. Whoever served them first counts.
 */
export const rebookings = (db: Db, start: string, end: string, now: string) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', join => join.onRef('part.appointmentId', '=', 'visit.id').on('part.position', '=', 0))
    .where('visit.startsAt', '>=', start)
    .where('visit.startsAt', '<', end < now ? end : now)
    .where(sql<boolean>`visit.kind = 'visit' and visit.contactId is not null and visit.status in (${done})`)
    .groupBy('part.staffId')
    .select([
      sql<number>`coalesce(part.staffId, 0)`.as('staffId'),
      sql<number>`count(*)`.as('served'),
      sql<number>`sum(exists (select 1 from appointment as next where next.contactId = visit.contactId and next.startsAt > visit.startsAt
        and next.kind = 'visit' and next.status not in ('cancelled', 'noShow')))`.as('rebooked'),
    ])
