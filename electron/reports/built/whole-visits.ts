import { sql } from 'kysely'
import type { Around } from '../definition.ts'
import { always, stretchesOf } from './periods.ts'
import { count, type AnySource, type Shape } from './source.ts'
import { among, isOfServices, visits } from './visits.ts'

const { status, client, city, source, channel, hour } = visits.fields

/** Visits, where nothing of their parts is asked for: none of them is there twice, and the indexes of days have all of it. */
export function wholeVisits(shape: Shape, around: Around): AnySource | null {
  const stretches = stretchesOf(shape, around)
  if (stretches === null || isOfServices(shape.build)) return null
  const at = sql.ref(shape.build.date === 'bookedOn' ? 'visit.createdAt' : 'visit.startsAt')
  const part = { day: sql`stretch.day`, within: always }
  return {
    from: sql`${stretches} as stretch
      cross join appointment as visit on ${at} >= stretch.start and ${at} < stretch."end" and visit.kind = 'visit'`,
    where: always,
    contact: 'visit.contactId',
    dates: { startsOn: part, bookedOn: part },
    fields: { status, client, city, source, channel, hour },
    figures: () => ({
      booked: count(always()),
      done: count(among(['done'])),
      open: count(among(['open'])),
      cancelled: count(among(['cancelled'])),
      noShow: count(among(['noShow'])),
      seen: sql`count(distinct iif(${among(['done', 'open'])}, visit.contactId, null))`,
    }),
  }
}
