import { sql, type RawBuilder } from 'kysely'
import type { Filters } from '../../shared/reports/model.ts'
import type { Days } from '../../shared/reports/periods.ts'
import { statusesOf, visitFates, type VisitFate } from '../../shared/reports/visits.ts'
import type { Db } from '../db/schema.ts'
import { part, whole, type Named } from './cover.ts'

export type VisitFilter = Pick<Filters, 'staffId' | 'serviceId' | 'category'>
const everything: VisitFilter = { staffId: null, serviceId: null, category: null }
/** What a row counts: visits, those in which a member of staff has a part, or services. */
type Counted = 'visits' | 'ofStaff' | 'services'

/** Of all services together, unless they are told apart. */
const sumsOf = (db: Db, named: readonly Named[], { staffId, serviceId, category }: VisitFilter, of: 'all' | 'services' = 'all') =>
  db
    .selectFrom(part(named))
    .innerJoin('visitSum', 'visitSum.period', 'part.period')
    .where(({ eb }) =>
      of === 'services' || serviceId !== null || category !== null ? eb('visitSum.serviceId', '>=', 0) : eb('visitSum.serviceId', '=', -1),
    )
    .$if(staffId !== null, query => query.where('visitSum.staffId', '=', staffId!))
    .$if(serviceId !== null, query => query.where('visitSum.serviceId', '=', serviceId!))
    .$if(category !== null, query =>
      query.where(sql<boolean>`coalesce((select category from service where id = serviceId), '') = ${category!}`),
    )

const list = (statuses: readonly string[]) => sql.join(statuses.map(status => sql.lit(status)))
const of = (column: RawBuilder<unknown>, fate: VisitFate) =>
  sql<number>`coalesce(sum(${column}) filter (where status in (${list(statusesOf(fate))})), 0)`

/** A sum of the column for each fate, and all of them as `booked`. */
function fates(counted: Counted) {
  const column = sql.ref(counted)
  const [done, open, cancelled, noShow] = visitFates.map(fate => of(column, fate))
  return [
    sql<number>`coalesce(sum(${column}) filter (where status <> 'block'), 0)`.as('booked'),
    ...[done!.as('done'), open!.as('open'), cancelled!.as('cancelled'), noShow!.as('noShow')],
  ] as const
}

/** Whoever looks at one person or one service counts their parts, for a visit belongs to all who have one. */
const countedBy = ({ staffId, serviceId, category }: VisitFilter): Counted => {
  if (serviceId !== null || category !== null) return 'services'
  return staffId === null ? 'visits' : 'ofStaff'
}

export const total = (db: Db, days: Days, filter: VisitFilter = everything) =>
  sumsOf(db, whole(days), filter).select(fates(countedBy(filter)))

export const byPart = (db: Db, named: readonly Named[], filter: VisitFilter = everything) =>
  sumsOf(db, named, filter)
    .select('part.bucket as key')
    .select(fates(countedBy(filter)))
    .groupBy('part.bucket')

export const byStaff = (db: Db, days: Days, filter: VisitFilter = everything) =>
  sumsOf(db, whole(days), filter)
    .select('visitSum.staffId')
    .select(fates(filter.serviceId === null && filter.category === null ? 'ofStaff' : 'services'))
    .groupBy('visitSum.staffId')

export const byService = (db: Db, days: Days, filter: VisitFilter = everything) =>
  sumsOf(db, whole(days), filter, 'services').select('visitSum.serviceId').select(fates('services')).groupBy('visitSum.serviceId')

/** Visits that took place, each with whoever served it first. */
export const servedByStaff = (db: Db, days: Days) =>
  sumsOf(db, whole(days), everything)
    .select('visitSum.staffId')
    .select(of(sql.ref('visits'), 'done').as('visits'))
    .groupBy('visitSum.staffId')

const minutes = [
  sql<number>`coalesce(sum(minutes) filter (where status in (${list([...statusesOf('done'), ...statusesOf('open')])})), 0)`.as('busy'),
  sql<number>`coalesce(sum(minutes) filter (where status in (${list(statusesOf('noShow'))})), 0)`.as('missed'),
  sql<number>`coalesce(sum(minutes) filter (where status = 'block'), 0)`.as('blocked'),
] as const

/** How long people were busy; nobody's time is left out, for nobody has working hours. */
export const minutesByStaff = (db: Db, days: Days) =>
  sumsOf(db, whole(days), everything)
    .select('visitSum.staffId')
    .select(minutes)
    .where('visitSum.staffId', '<>', 0)
    .groupBy('visitSum.staffId')

export const minutesByPart = (db: Db, named: readonly Named[], filter: VisitFilter = everything) =>
  sumsOf(db, named, filter).select('part.bucket as key').select(minutes).where('visitSum.staffId', '<>', 0).groupBy('part.bucket')

/** The time of groups, each counted once however many take part; it is missed where everybody missed it. */
export const groupMinutes = (db: Db, { from, to }: Days) =>
  db
    .selectFrom(
      db
        .selectFrom('groupTime')
        .where('day', '>=', from)
        .where('day', '<=', to)
        .where(sql<boolean>`busy <> 0 or missed <> 0`)
        .groupBy(['day', 'staffId', 'serviceId', 'startsAt', 'endsAt'])
        .select(['day', 'staffId', sql<number>`max(minutes)`.as('minutes'), sql<number>`sum(busy)`.as('taking')])
        .as('one'),
    )
    .where('staffId', '<>', 0)
    .groupBy(['day', 'staffId'])
    .select(['day', 'staffId'])
    .select([sql<number>`sum(iif(taking > 0, minutes, 0))`.as('busy'), sql<number>`sum(iif(taking > 0, 0, minutes))`.as('missed')])

/** By the hour of the week, counted from midnight on Monday, or by how long before they were booked. */
export const byShape = (db: Db, days: Days, shape: 'hour' | 'lead') =>
  db
    .selectFrom(part(whole(days)))
    .innerJoin('visitShape', 'visitShape.period', 'part.period')
    .where('visitShape.shape', '=', shape)
    .select('visitShape.place')
    .select(fates('visits'))
    .groupBy('visitShape.place')
    .orderBy('visitShape.place')
