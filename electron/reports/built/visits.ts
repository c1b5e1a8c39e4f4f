import { sql } from 'kysely'
import type { Build } from '../../../shared/reports/built/model.ts'
import { statusesOf, type VisitFate } from '../../../shared/reports/visits.ts'
import { shopTime } from '../../db/shop-time.ts'
import { busyMinutes } from '../../db/visit-sums.ts'
import { cityOf, clientIn, hourIn, serviceIn, sourceOf, staffIn, statusIn, words } from './fields.ts'
import { instant, sumIf, type Source, type Truth } from './source.ts'

const among = (fates: readonly VisitFate[]): Truth =>
  sql`visit.status in (${sql.join(fates.flatMap(fate => statusesOf(fate)).map(status => sql.lit(status)))})`

const ofServices: readonly string[] = ['service', 'category']

/**
 * What is counted, as the report of visits counts it: visits, each once for each member of staff who has a part in it; services, where
 * those are told apart or looked at, for a visit may have one of them twice.
 */
function counting({ rows, filters }: Build) {
  const isOfServices = [...rows, ...filters.map(({ field }) => field)].some(field => ofServices.includes(field))
  return (which: Truth) =>
    isOfServices ? sql<number>`count(*) filter (where ${which})` : sql<number>`count(distinct iif(${which}, visit.id, null))`
}

export const visits: Source<'visits'> = {
  from: sql`appointment as visit join appointmentService as part on part.appointmentId = visit.id`,
  where: () => sql`visit.kind = 'visit'`,
  dates: { startsOn: instant('visit.startsAt'), bookedOn: instant('visit.createdAt') },
  fields: {
    status: statusIn(sql`visit.status`),
    staff: staffIn('part.staffId'),
    service: serviceIn('part.serviceId'),
    category: words(
      sql`coalesce((select category from service where id = part.serviceId), '')`,
      sql`category as "key" from service`,
      'noCategory',
    ),
    client: clientIn('visit.contactId'),
    city: cityOf('visit.contactId'),
    source: sourceOf('visit.contactId'),
    channel: words(sql`visit.source`, sql`source as "key" from appointment where kind = 'visit'`),
    hour: hourIn(sql.raw(`cast(substr(${shopTime('visit.startsAt')}, 12, 2) as integer)`)),
  },
  figures: build => {
    const count = counting(build)
    return {
      booked: count(sql`true`),
      done: count(among(['done'])),
      open: count(among(['open'])),
      cancelled: count(among(['cancelled'])),
      noShow: count(among(['noShow'])),
      seen: sql`count(distinct iif(${among(['done', 'open'])}, visit.contactId, null))`,
      visitTime: sumIf(sql.raw(busyMinutes('part')), sql`${among(['done', 'open'])} and part.staffId is not null`),
    }
  },
}
