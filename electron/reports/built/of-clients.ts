import { sql } from 'kysely'
import { isTimeField } from '../../../shared/reports/built/subjects.ts'
import { daysBetween } from '../../../shared/zone.ts'
import type { Around } from '../definition.ts'
import { always } from './periods.ts'
import { sales } from './sales.ts'
import { sold } from './sold-documents.ts'
import { count, sum, type AnySource, type Shape } from './source.ts'
import { among, isOfServices, visits } from './visits.ts'

/** From so many days on it is quicker to look at all there ever was in the order of clients than to sort what was in them. */
const longPeriod = 92
const isLong = ({ from, to }: Shape['days']) => daysBetween(from, to) >= longPeriod
const isOfTime = ({ rows }: Shape) => rows.some(isTimeField)

/**
 * What was charged, of each client first, in the order of an index: nothing is sorted before it is added up, and where somebody lives is
 * asked once for each client.
 */
export function salesOfClients(shape: Shape, around: Around): AnySource | null {
  const { from, to } = shape.days
  if (isOfTime(shape) || !isLong(shape.days)) return null
  const { client, city, source } = sales.fields
  return {
    // The sign keeps the index of days away.
    from: sql`(select document.contactId, sum(${sold.net}) as net, sum(${sold.tax}) as tax, sum(${sold.isCounted}) as documents
      from ${sold.from} where ${sold.where(around)} and +document.issuedOn between ${from} and ${to} group by document.contactId) as document`,
    where: always,
    contact: 'document.contactId',
    dates: { issuedOn: { day: sql`null`, within: always } },
    fields: { client, city, source },
    figures: () => ({
      net: sum(sql`net`),
      tax: sum(sql`tax`),
      gross: sum(sql`net + tax`),
      documents: sum(sql`documents`),
      clients: sql`count(document.contactId)`,
    }),
  }
}

/** Visits of each client, likewise; those of nobody stand in an index of their own. */
export function visitsOfClients(shape: Shape, around: Around): AnySource | null {
  if (isOfTime(shape) || isOfServices(shape.build) || !isLong(shape.days)) return null
  const { start, end } = around.clock.stretchOf(shape.days)
  const { client, city, source } = visits.fields
  const fates = sql`count(*) as booked, ${count(among(['done']))} as done, ${count(among(['open']))} as "open",
    ${count(among(['cancelled']))} as cancelled, ${count(among(['noShow']))} as noShow`
  return {
    from: sql`(select contactId, ${fates} from appointment as visit
        where contactId is not null and kind = 'visit' and +startsAt >= ${start} and +startsAt < ${end} group by contactId
      union all select null, ${fates} from appointment as visit
        where contactId is null and kind = 'visit' and startsAt >= ${start} and startsAt < ${end} having count(*) > 0) as visit`,
    where: always,
    contact: 'visit.contactId',
    dates: { startsOn: { day: sql`null`, within: always } },
    fields: { client, city, source },
    figures: () => ({
      booked: sum(sql`booked`),
      done: sum(sql`done`),
      open: sum(sql`"open"`),
      cancelled: sum(sql`cancelled`),
      noShow: sum(sql`noShow`),
      seen: count(sql`visit.contactId is not null and done + "open" > 0`),
    }),
  }
}
