import type { Insertable } from 'kysely'
import type { Occupation } from '../../shared/appointments/diary.ts'
import type { Conflict, NewAppointment, WantedService } from '../../shared/appointments/model.ts'
import { priceOf } from '../../shared/appointments/requests.ts'
import type { AppointmentServiceTable, AppointmentTable } from '../db/schema-appointments.ts'
import type { CommandContext } from '../handlers.ts'
import * as queries from './queries.ts'
import type { Plan } from './plan.ts'
import type { Shop } from './shop.ts'

const iso = (instant: number) => new Date(instant).toISOString()
const minutes = (milliseconds: number) => milliseconds / 60_000

/** When a planned visit is, and what it was booked in spite of. */
export const timesOf = ({ start, end, conflicts }: Plan): Pick<Insertable<AppointmentTable>, 'startsAt' | 'endsAt' | 'despite'> => ({
  startsAt: iso(start),
  endsAt: iso(end),
  despite: JSON.stringify([...new Set(conflicts.map(({ kind }: Conflict) => kind))]),
})

type Part = Omit<Insertable<AppointmentServiceTable>, 'appointmentId' | 'price'>

export const partOf = (occupation: Occupation, position: number): Part => {
  const { serviceId, staffId, resourceId, start, end, processing, bufferBefore, bufferAfter } = occupation
  return {
    ...{ position, serviceId, staffId, resourceId, startsAt: iso(start), endsAt: iso(end) },
    bufferBeforeMinutes: minutes(bufferBefore),
    bufferAfterMinutes: minutes(bufferAfter),
    processingAfterMinutes: processing && minutes(processing.start - start),
    processingMinutes: processing && minutes(processing.end - processing.start),
  }
}

type Kept = Pick<NewAppointment, 'kind' | 'status' | 'contactId' | 'title' | 'note' | 'source' | 'deposit' | 'services'> & {
  rewardId?: number | null
}
type Repeated = { seriesId: number; recurrenceStart: string }

/** Writes a planned visit. */
export async function insertVisit(context: CommandContext, shop: Shop, wanted: Kept, plan: Plan, repeated?: Repeated) {
  const { db, now, session } = context
  const { kind, status, contactId, title, note, source, deposit, rewardId = null } = wanted
  const at = now().toISOString()
  const { id } = await queries
    .insert(db, {
      ...{ kind, status, contactId, title, note, source, deposit, rewardId, ...timesOf(plan) },
      ...{ cancelReason: '', isLate: 0, user: session.user, sequence: 0, createdAt: at, changedAt: at, ...repeated },
    })
    .executeTakeFirstOrThrow()
  await insertParts(context, shop, plan, id, wanted.services)
  return id
}

export async function insertParts({ db }: CommandContext, shop: Shop, plan: Plan, appointmentId: number, wanted: readonly WantedService[]) {
  await queries
    .insertServices(
      db,
      partsOf(shop, plan, wanted).map(part => ({ ...part, appointmentId })),
    )
    .execute()
}

/** At the price that was agreed on, else what it costs with whoever does it. */
export const partsOf = ({ offer }: Shop, { occupations }: Plan, wanted: readonly WantedService[]) =>
  occupations.map((occupation, position) => ({
    ...partOf(occupation, position),
    price: wanted[position]!.price ?? priceOf(offer, occupation.serviceId, occupation.staffId),
  }))
