import { sql } from 'kysely'
import { statusesOf } from '../../shared/reports/visits.ts'
import type { Db } from '../db/schema.ts'

const done = sql.join(statusesOf('done').map(status => sql.lit(status)))

/** Visits that took place and were the last of their client, so far and for all that is booked, by whoever served them first. */
export const lastVisits = (db: Db, start: string, end: string) =>
  db
    .selectFrom('clientRhythm')
    .where('lastAt', '>=', start)
    .where('lastAt', '<', end)
    .where('lastStaffId', 'is not', null)
    .groupBy('lastStaffId')
    .select([sql<number>`lastStaffId`.as('staffId'), sql<number>`count(*)`.as('visits')])

/** Visits that took place of clients who have no card: nobody knows whether they came again. */
export const visitsOfNobody = (db: Db, start: string, end: string) =>
  db
    .selectFrom('appointment as visit')
    .innerJoin('appointmentService as part', join => join.onRef('part.appointmentId', '=', 'visit.id').on('part.position', '=', 0))
    .where('visit.startsAt', '>=', start)
    .where('visit.startsAt', '<', end)
    .where(sql<boolean>`visit.kind = 'visit' and visit.contactId is null and visit.status in (${done})`)
    .groupBy('part.staffId')
    .select([sql<number>`coalesce(part.staffId, 0)`.as('staffId'), sql<number>`count(*)`.as('visits')])
