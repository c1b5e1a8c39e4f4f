import type { Booked, Diary, Request } from '../../shared/appointments/diary.ts'
import { laidOut } from '../../shared/appointments/occupation.ts'

const hour = 3_600_000
/** Midnight in Greenwich, on a Tuesday. */
export const midnight = Date.parse('2026-11-24T00:00:00.000Z')
export const at = (time: string) => Date.parse(`2026-11-24T${time}:00.000Z`)

export const aRequest = (over: Partial<Request> = {}): Request => ({
  serviceId: 7,
  staff: [{ staffId: 3, minutes: 60 }],
  resources: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  processing: null,
  seats: 1,
  ...over,
})

type Over = Partial<Pick<Booked, 'appointmentId' | 'contactId' | 'name' | 'kind'>> & { resourceId?: number | null }

/** A visit of the first of the staff that the request names. */
export function booked(time: string, request = aRequest(), { resourceId = null, ...over }: Over = {}): Booked {
  const [occupation] = laidOut([request], [{ ...request.staff[0]!, resourceId }], at(time))
  return { ...occupation!, appointmentId: 812, contactId: null, kind: 'visit', name: 'Anna Petersen', ...over }
}

/** Open from 8 to 20, as 3 and 4 work from 9 to 17. */
export const aDiary = (...visits: Booked[]): Diary => ({
  open: [{ start: midnight + 8 * hour, end: midnight + 20 * hour }],
  working: new Map([3, 4].map(id => [id, [{ start: midnight + 9 * hour, end: midnight + 17 * hour }]])),
  away: new Map(),
  booked: visits,
})
