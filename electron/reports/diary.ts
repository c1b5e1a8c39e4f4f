import { sql, type RawBuilder } from 'kysely'
import type { Filters } from '../../shared/reports/model.ts'
import type { Days } from '../../shared/reports/periods.ts'
import { statusesOf, visitFates, visitFigures, type VisitFate } from '../../shared/reports/visits.ts'
import type { Db } from '../db/schema.ts'
import { inParts, part, whole, type Books, type Named } from './cover.ts'

export type VisitFilter = Pick<Filters, 'staffId' | 'serviceId' | 'category'>
const everything: VisitFilter = { staffId: null, serviceId: null, category: null }
/** What a row counts: visits, those in which a member of staff has a part, or services. */
type Counted = 'visits' | 'ofStaff' | 'services'

const isOfServices = ({ serviceId, category }: VisitFilter) => serviceId !== null || category !== null
const isEverything = (filter: VisitFilter) => filter.staffId === null && !isOfServices(filter)

/** Of all services together, unless they are told apart. Of some clients there are rows, each of a service. */
const sumsOf = (books: Books, named: readonly Named[], filter: VisitFilter, of: 'all' | 'services' = 'all') =>
  books.db
    .selectFrom(part(named, books))
    .innerJoin('visitSum', join => (books.clients ? join.onTrue() : join.onRef('visitSum.period', '=', 'part.period')))
    .where(({ eb }) =>
      books.clients || of === 'services' || isOfServices(filter) ? eb('visitSum.serviceId', '>=', 0) : eb('visitSum.serviceId', '=', -1),
    )
    .$if(filter.staffId !== null, query => query.where('visitSum.staffId', '=', filter.staffId!))
    .$if(filter.serviceId !== null, query => query.where('visitSum.serviceId', '=', filter.serviceId!))
    .$if(filter.category !== null, query =>
      query.where(sql<boolean>`coalesce((select category from service where id = serviceId), '') = ${filter.category!}`),
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
const countedBy = (filter: VisitFilter): Counted => {
  if (isOfServices(filter)) return 'services'
  return filter.staffId === null ? 'visits' : 'ofStaff'
}

export async function total(books: Books, days: Days, filter: VisitFilter = everything) {
  const [row] = await byPart(books, whole(days), filter)
  return row
}

/** What became of visits in each part in which there are any. */
export async function byPart(books: Books, named: readonly Named[], filter: VisitFilter = everything) {
  if (books.clients === null) return sumsByPart(books, named, filter).execute()
  const rows = await (isEverything(filter) ? wholeByDay(books.db) : sumsByPart(books, named, filter)).execute()
  return inParts(rows, named, visitFigures)
}

export function sumsByPart(books: Books, named: readonly Named[], filter: VisitFilter = everything) {
  const key = sql<string>`${sql.ref(books.clients ? 'visitSum.period' : 'part.bucket')}`
  return sumsOf(books, named, filter)
    .select(key.as('key'))
    .select(fates(countedBy(filter)))
    .groupBy(key)
}

/** Of some clients: of visits as they are, none of their parts has to be looked at. */
const wholeByDay = (db: Db) =>
  db
    .selectFrom('visitShape')
    .where('shape', '=', 'hour')
    .select(sql<string>`visitShape.period`.as('key'))
    .select(fates('visits'))
    .groupBy('visitShape.period')

/** `served` are the visits that took place, each with whoever served it first. */
export const byStaff = (books: Books, days: Days, filter: VisitFilter = everything) =>
  sumsOf(books, whole(days), filter)
    .select(['visitSum.staffId', of(sql.ref('visits'), 'done').as('served')])
    .select(fates(isOfServices(filter) ? 'services' : 'ofStaff'))
    .groupBy('visitSum.staffId')

export const byService = (books: Books, days: Days, filter: VisitFilter = everything) =>
  sumsOf(books, whole(days), filter, 'services').select('visitSum.serviceId').select(fates('services')).groupBy('visitSum.serviceId')

const minutes = [
  sql<number>`coalesce(sum(minutes) filter (where status in (${list([...statusesOf('done'), ...statusesOf('open')])})), 0)`.as('busy'),
  sql<number>`coalesce(sum(minutes) filter (where status in (${list(statusesOf('noShow'))})), 0)`.as('missed'),
  sql<number>`coalesce(sum(minutes) filter (where status = 'block'), 0)`.as('blocked'),
] as const

/** How long people were busy; nobody's time is left out, for nobody has working hours. */
export const minutesByStaff = (books: Books, days: Days) =>
  sumsOf(books, whole(days), everything)
    .select('visitSum.staffId')
    .select(minutes)
    .where('visitSum.staffId', '<>', 0)
    .groupBy('visitSum.staffId')

export const minutesByPart = (books: Books, named: readonly Named[], filter: VisitFilter = everything) =>
  sumsOf(books, named, filter).select('part.bucket as key').select(minutes).where('visitSum.staffId', '<>', 0).groupBy('part.bucket')

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
export const byShape = (books: Books, days: Days, shape: 'hour' | 'lead') =>
  books.db
    .selectFrom(part(whole(days), books))
    .innerJoin('visitShape', join => (books.clients ? join.onTrue() : join.onRef('visitShape.period', '=', 'part.period')))
    .where('visitShape.shape', '=', shape)
    .select('visitShape.place')
    .select(fates('visits'))
    .groupBy('visitShape.place')
    .orderBy('visitShape.place')
