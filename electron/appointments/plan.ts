import { bestAssignment } from '../../shared/appointments/availability.ts'
import { conflictsOf, type FoundConflict } from '../../shared/appointments/conflicts.ts'
import type { Diary, Occupation, Request } from '../../shared/appointments/diary.ts'
import type { Appointment, Conflict, NewAppointment } from '../../shared/appointments/model.ts'
import { unfitFor, withoutScapegoats } from '../../shared/appointments/offer-conflicts.ts'
import { laidOut } from '../../shared/appointments/occupation.ts'
import { requestAgain, requestOf } from '../../shared/appointments/requests.ts'
import { instantOfStart } from '../../shared/appointments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import { diaryOf, whoseTime } from './diary.ts'
import { refuseUnseen } from './refuse.ts'
import { clientsOf } from './rows.ts'
import type { Shop } from './shop.ts'

/** A visit at its time, with everybody and everything it takes, and what is in its way. */
export type Plan = Readonly<{ start: number; end: number; occupations: readonly Occupation[]; conflicts: Conflict[] }>

type Wanted = Pick<NewAppointment, 'start' | 'services' | 'contactId' | 'kind' | 'status'>
type Asked = Readonly<{ start: number; requests: readonly Request[]; contactId: number | null; kind: Appointment['kind']; isOver: boolean }>

const longest = 24 * 60 * 60_000

export async function planOf(db: Db, shop: Shop, wanted: Wanted, now: Date, but?: ReadonlySet<number>): Promise<Plan> {
  const start = instantOfStart(wanted.start, shop.clock)
  if (wanted.kind === 'block' && wanted.contactId !== null) throw new AppError('invalid', 'blockWithClient')
  const requestsBy = (load: (staffId: number) => number) => wanted.services.map(service => requestOf(service, shop.offer, load))
  const whose = whoseTime(
    requestsBy(() => 0),
    wanted.contactId,
  )
  const day = await diaryOf(db, shop, { start, end: start + longest }, { but, whose })
  const requests = requestsBy(loadIn(day))
  const isOver = wanted.status !== 'booked' && wanted.status !== 'confirmed'
  return plan(db, shop, day, { start, requests, contactId: wanted.contactId, kind: wanted.kind, isOver }, now)
}

/** The same visit as it is, or with what is to change of it. */
export async function planAgain(db: Db, shop: Shop, visit: Appointment, wanted: Again, now: Date, but: ReadonlySet<number>): Promise<Plan> {
  const start = instantOfStart(wanted.start, shop.clock)
  const requests = visit.services.map((service, position) =>
    requestAgain(service, seatsOf(shop, service.serviceId), position === wanted.position ? wanted.other : {}),
  )
  const whose = whoseTime(requests, visit.contactId)
  const day = await diaryOf(db, shop, { start, end: start + longest }, { but, whose })
  return plan(db, shop, day, { start, requests, contactId: visit.contactId, kind: visit.kind, isOver: false }, now)
}
type Again = Readonly<{ start: string; position: number; other: Parameters<typeof requestAgain>[2] }>

const seatsOf = ({ offer }: Shop, serviceId: number | null) => offer.services.find(({ id }) => id === serviceId)?.seats ?? 1

/** How many visits somebody has in these days. */
const loadIn = ({ booked }: Diary) => {
  const visits = new Map<number, number>()
  for (const { staffId } of booked) if (staffId !== null) visits.set(staffId, (visits.get(staffId) ?? 0) + 1)
  return (staffId: number) => visits.get(staffId) ?? 0
}

async function plan(db: Db, shop: Shop, day: Diary, asked: Asked, now: Date): Promise<Plan> {
  const { start, requests, contactId } = asked
  const context = { contactId, kind: asked.kind, now: now.getTime(), exceptId: null }
  const best = bestAssignment(day, requests, start, context)
  const occupations = best?.occupations ?? laidOut(requests, requests.map(firstChoice(shop)), start)
  const end = Math.max(...occupations.map(({ end }) => end))
  if (end - start > longest) throw new AppError('invalid', 'durationTooLong')
  const found = conflictsOf(day, occupations, context)
  const conflicts = [
    ...withoutScapegoats(found, requests, shop.offer).filter(({ kind }) => kind !== 'inThePast' || (!asked.isOver && end <= now.getTime())),
    ...unfitFor(occupations, shop.offer),
    ...(await aboutClient(db, contactId, occupations)),
  ]
  return { start, end, occupations, conflicts: conflicts.map(conflict => told(conflict, shop)) }
}

/** Where nothing fits: whoever would be asked first, and nobody where there is none. */
const firstChoice =
  ({ offer }: Shop) =>
  ({ serviceId, staff: [first], resources }: Request) => ({
    staffId: first?.staffId ?? null,
    minutes: first?.minutes ?? offer.services.find(({ id }) => id === serviceId)?.durationMinutes ?? 1,
    resourceId: resources?.[0] ?? null,
  })

async function aboutClient(db: Db, contactId: number | null, occupations: readonly Occupation[]): Promise<FoundConflict[]> {
  if (contactId === null) return []
  const client = (await clientsOf(db, [contactId])).get(contactId)
  if (!client) throw new AppError('notFound', 'contactGone')
  const by = (kind: 'clientBlocked' | 'noBooking'): FoundConflict => ({
    ...{ kind, service: null, staffId: null, resourceId: null, appointmentId: null, name: client.name, key: `${kind}:${contactId}` },
    ...{ start: occupations[0]!.start, end: occupations.at(-1)!.end },
  })
  return [
    ...(client.isBlocked ? [by('clientBlocked')] : []),
    ...(client.alerts.some(({ kind }) => kind === 'noBooking') ? [by('noBooking')] : []),
  ]
}

/** In words of the shop: who of the staff, which room, and otherwise whoever is there already. */
function told({ start, end, ...conflict }: FoundConflict, { offer, clock }: Shop): Conflict {
  const person = offer.staff.find(({ id }) => id === conflict.staffId)?.name
  const thing = offer.resources.find(({ id }) => id === conflict.resourceId)?.name
  const name = (conflict.kind === 'resourceBusy' ? thing : person) ?? conflict.name
  return { ...conflict, name, start: clock.localOf(start), end: clock.localOf(end) }
}

/** Somebody who takes their time again. */
export async function refuseConflicts(db: Db, shop: Shop, visit: Appointment, despite: readonly string[], now: Date) {
  const again = { start: visit.startsAt, position: -1, other: {} }
  const { conflicts } = await planAgain(db, shop, visit, again, now, new Set([visit.id]))
  refuseUnseen(
    conflicts.filter(({ kind }) => kind !== 'inThePast'),
    despite,
  )
}
