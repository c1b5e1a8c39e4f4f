import { sql } from 'kysely'
import type { Days } from '../../shared/reports/periods.ts'
import type { Db } from '../db/schema.ts'

/** Day by day and way by way, as the index of takings has them. */
export const takingsByDay = (db: Db, { from, to }: Days) =>
  db
    .selectFrom('payment')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy(['day', 'method'])
    .select(['day', 'method'])
    .select([sql<number>`count(*)`.as('payments'), sql<number>`sum(amount)`.as('amount'), sql<number>`sum(tip)`.as('tips')])

/** What went into the drawer and out of it; a day on which nothing did is left out. */
export const drawerByDay = (db: Db, { from, to }: Days) =>
  db
    .selectFrom('cashEntry')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('day')
    .select('day')
    .select([
      sql<number>`count(*)`.as('entries'),
      sql<number>`coalesce(sum(amount) filter (where kind = 'payment'), 0)`.as('payments'),
      sql<number>`coalesce(sum(amount) filter (where kind = 'tip'), 0)`.as('tips'),
      sql<number>`coalesce(sum(amount) filter (where kind = 'paidIn'), 0)`.as('paidIn'),
      sql<number>`coalesce(sum(amount) filter (where kind = 'paidOut'), 0)`.as('paidOut'),
      sql<number>`coalesce(sum(amount) filter (where kind = 'difference'), 0)`.as('difference'),
    ])

export const closings = (db: Db, { from, to }: Days) =>
  db.selectFrom('cashClosing').select(['day', 'expected', 'counted']).where('day', '>=', from).where('day', '<=', to)

/** What documents came to: the sums that the tax has to agree with. */
export const documentSums = (db: Db, { from, to }: Days, currency: string) =>
  db
    .selectFrom('document')
    .where(sql<boolean>`document.issuedOn is not null and document.kind <> 'quote'`)
    .where('currency', '=', currency)
    .where('issuedOn', '>=', from)
    .where('issuedOn', '<=', to)
    .select([sql<number>`coalesce(sum(net), 0)`.as('net'), sql<number>`coalesce(sum(tax), 0)`.as('tax')])
