import type { Booked, Diary, Interval, Request } from '../../shared/appointments/diary.ts'
import { daysOf } from '../../shared/appointments/rules.ts'
import { daysAway, openHours, workingHours } from '../../shared/hours/rules.ts'
import { groupedBy } from '../../shared/group.ts'
import { dayAfter } from '../../shared/zone.ts'
import { closuresBetween } from '../openings/service.ts'
import { absencesBetween } from '../staff/absences.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import { processingOf } from './rows.ts'
import type { Shop } from './shop.ts'

const minute = 60_000
/** A buffer reaches further than the visit it belongs to, and a visit can begin the day before. */
const margin = 4 * 60 * minute

type Part = { but?: ReadonlySet<number>; whose?: queries.Whose }

/** Everything that can be in the way of a visit in this time. `but` are visits that are about to be moved, `whose` time is asked about. */
export async function diaryOf(db: Db, { settings, clock, offer }: Shop, span: Interval, { but, whose }: Part = {}): Promise<Diary> {
  const touched = daysOf(span, clock)
  const days = { first: dayAfter(touched[0]!, -1), last: dayAfter(touched.at(-1)!) }
  const absences = groupedBy(await absencesBetween(db, days.first, days.last), ({ staffId }) => staffId)
  return {
    open: openHours(settings.openingHours, await closuresBetween(db, days.first, days.last), days, clock),
    working: new Map(offer.staff.map(({ id, hours }) => [id, workingHours(hours, absences.get(id) ?? [], days, clock)])),
    away: new Map(offer.staff.map(({ id }) => [id, daysAway(absences.get(id) ?? [], days, clock)])),
    booked: (await bookedIn(db, span, whose)).filter(({ appointmentId }) => !but?.has(appointmentId)),
  }
}

async function bookedIn(db: Db, { start, end }: Interval, whose?: queries.Whose): Promise<Booked[]> {
  const rows = await queries.busyBetween(db, new Date(start - margin).toISOString(), new Date(end + margin).toISOString(), whose).execute()
  return rows.map(row => {
    const start = Date.parse(row.startsAt)
    const processing = processingOf(row)
    return {
      ...{ appointmentId: row.id, kind: row.kind, contactId: row.contactId },
      name: [row.givenName, row.familyName].filter(Boolean).join(' ') || row.organization || row.title,
      ...{ serviceId: row.serviceId, staffId: row.staffId, resourceId: row.resourceId, seats: row.seats ?? 1 },
      ...{ start, end: Date.parse(row.endsAt) },
      ...{ bufferBefore: row.bufferBeforeMinutes * minute, bufferAfter: row.bufferAfterMinutes * minute },
      processing: processing && {
        start: start + processing.afterMinutes * minute,
        end: start + (processing.afterMinutes + processing.minutes) * minute,
      },
    }
  })
}

/** Whoever and whatever could take part. */
export const whoseTime = (requests: readonly Request[], contactId: number | null): queries.Whose => ({
  staffIds: requests.flatMap(({ staff }) => staff.flatMap(({ staffId }) => staffId ?? [])),
  resourceIds: requests.flatMap(({ resources }) => resources ?? []),
  serviceIds: requests.flatMap(({ serviceId, seats }) => (serviceId !== null && seats > 1 ? serviceId : [])),
  contactId,
})
