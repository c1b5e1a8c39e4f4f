import { sql } from 'kysely'
import type { Build } from '../../../shared/reports/built/model.ts'
import { statusesOf, type VisitFate } from '../../../shared/reports/visits.ts'
import { shopTime } from '../../db/shop-time.ts'
import { busyMinutes } from '../../db/visit-sums.ts'
import { cityOf, clientIn, hourIn, serviceCategoryOf, serviceIn, sourceOf, staffIn, statusIn, words } from './fields.ts'
import { isOfOnePerson } from './one-person.ts'
import { count, instant, sumIf, type Shape, type Source, type Truth } from './source.ts'

export const among = (fates: readonly VisitFate[]): Truth =>
  sql`visit.status in (${sql.join(fates.flatMap(fate => statusesOf(fate)).map(status => sql.lit(status)))})`

const ofServices: readonly string[] = ['service', 'category']

/** Services are counted where they are told apart or looked at, for a visit may have one of them twice. */
export const isOfServices = ({ rows, filters }: Readonly<{ rows: readonly string[]; filters: Build['filters'] }>) =>
  [...rows, ...filters.map(({ field }) => field)].some(field => ofServices.includes(field))

const isFirstOfStaff = sql`(part.position = 0 or not exists (select 1 from appointmentService as earlier
  where earlier.appointmentId = visit.id and earlier.position < part.position and earlier.staffId is part.staffId))`

/** What is counted, as the report of visits counts it: services, or visits, each once for each member of staff who has a part in it. */
function counting(shape: Shape) {
  if (isOfServices(shape.build)) return count
  if (isOfOnePerson(shape)) return (which: Truth) => count(sql`${which} and ${isFirstOfStaff}`)
  return (which: Truth) => sql<number>`count(distinct iif(${which}, visit.id, null))`
}

const hour = hourIn(sql.raw(`cast(substr(${shopTime('visit.startsAt')}, 12, 2) as integer)`))
const channel = words(sql`visit.source`, sql`source as "key" from appointment where kind = 'visit'`)

export const visits: Source<'visits'> = {
  from: sql`appointment as visit join appointmentService as part on part.appointmentId = visit.id`,
  where: () => sql`visit.kind = 'visit'`,
  contact: 'visit.contactId',
  dates: { startsOn: instant('visit.startsAt'), bookedOn: instant('visit.createdAt') },
  fields: {
    status: statusIn(sql`visit.status`),
    staff: staffIn('part.staffId'),
    service: serviceIn('part.serviceId'),
    category: serviceCategoryOf('part.serviceId'),
    client: clientIn('visit.contactId'),
    city: cityOf('visit.contactId'),
    source: sourceOf('visit.contactId'),
    channel,
    hour,
  },
  figures: shape => {
    const counted = counting(shape)
    return {
      booked: counted(sql`true`),
      done: counted(among(['done'])),
      open: counted(among(['open'])),
      cancelled: counted(among(['cancelled'])),
      noShow: counted(among(['noShow'])),
      seen: sql`count(distinct iif(${among(['done', 'open'])}, visit.contactId, null))`,
      visitTime: sumIf(sql.raw(busyMinutes('part')), sql`${among(['done', 'open'])} and part.staffId is not null`),
    }
  },
}
