import type { Selectable } from 'kysely'
import type { Appointment, BookedService, CalendarEntry, Client } from '../../shared/appointments/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import type { Contact } from '../../shared/contacts/model.ts'
import { groupedBy } from '../../shared/group.ts'
import type { Clock } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import type { AppointmentServiceTable, AppointmentTable } from '../db/schema-appointments.ts'
import * as queries from './queries.ts'

export type Row = Selectable<AppointmentTable>
export type ServiceRow = Selectable<AppointmentServiceTable>

const localOf = (clock: Clock, instant: string) => clock.localOf(Date.parse(instant))

function toBookedService(row: ServiceRow, clock: Clock): BookedService {
  const { id, serviceId, staffId, resourceId, bufferBeforeMinutes, bufferAfterMinutes, price } = row
  return {
    ...{ id, serviceId, staffId, resourceId, bufferBeforeMinutes, bufferAfterMinutes, price },
    start: localOf(clock, row.startsAt),
    end: localOf(clock, row.endsAt),
    durationMinutes: (Date.parse(row.endsAt) - Date.parse(row.startsAt)) / 60_000,
    processing: processingOf(row),
  }
}

export const processingOf = ({
  processingAfterMinutes,
  processingMinutes,
}: Pick<ServiceRow, 'processingAfterMinutes' | 'processingMinutes'>) =>
  processingAfterMinutes === null || processingMinutes === null
    ? null
    : { afterMinutes: processingAfterMinutes, minutes: processingMinutes }

function toAppointment(row: Row, services: readonly ServiceRow[], clock: Clock): Appointment {
  const { id, kind, status, contactId, title, note, source, deposit, startsAt, endsAt, seriesId } = row
  const { cancelledAt, cancelledBy, cancelReason, createdAt, changedAt } = row
  return {
    ...{ id, kind, status, contactId, title, note, source, deposit, startsAt, endsAt, seriesId },
    ...{ cancelledAt, cancelledBy, cancelReason, createdAt, changedAt },
    start: localOf(clock, startsAt),
    end: localOf(clock, endsAt),
    services: services.map(service => toBookedService(service, clock)),
    isLate: row.isLate === 1,
    // Written from what the model has checked.
    despite: JSON.parse(row.despite) as Appointment['despite'],
  }
}

/** Rows with their services, in the same order. */
export async function withServices(db: Db, rows: readonly Row[], clock: Clock): Promise<Appointment[]> {
  const ids = rows.map(({ id }) => id)
  const services = groupedBy(await queries.servicesOf(db, ids).execute(), ({ appointmentId }) => appointmentId)
  return rows.map(row => toAppointment(row, services.get(row.id) ?? [], clock))
}

export async function asEntries(db: Db, rows: readonly Row[], clock: Clock): Promise<CalendarEntry[]> {
  const clients = await clientsOf(
    db,
    rows.flatMap(({ contactId }) => contactId ?? []),
  )
  const appointments = await withServices(db, rows, clock)
  return appointments.map(one => ({ ...one, client: one.contactId === null ? null : (clients.get(one.contactId) ?? null) }))
}

export async function clientsOf(db: Db, ids: readonly number[]): Promise<Map<number, Client>> {
  const rows = await queries.clients(db, [...new Set(ids)]).execute()
  return new Map(rows.map(row => [row.id, toClient(row)]))
}

type ClientRow = Awaited<ReturnType<ReturnType<typeof queries.clients>['execute']>>[number]

function toClient(row: ClientRow): Client {
  // Written by the contacts' rows only.
  const phones = JSON.parse(row.phones) as Contact['phones']
  return {
    id: row.id,
    name: displayName({ ...row, phones, emails: JSON.parse(row.emails) as Contact['emails'] }),
    phone: phones[0] ?? null,
    alerts: JSON.parse(row.alerts) as Contact['alerts'],
    isBlocked: row.blockedAt !== null,
    isTrashed: row.trashedAt !== null,
    noShows: row.noShows ?? 0,
    visits: row.visits ?? 0,
  }
}
