import type { Database } from 'better-sqlite3'
import type { DemoVisit } from '../../shared/demo/diary.ts'
import { keepRhythm, rebuildRhythm, stopKeepingRhythm } from '../db/rhythm.ts'
import { keepVisitSums, rebuildVisitSums, stopKeepingVisitSums } from '../db/visit-sums.ts'
import { stopRecordingInserts } from '../operations/recording.ts'

type Processing = { afterMinutes: number; minutes: number } | null
/** Processing and buffers of the services, by their ids. */
export type BulkService = {
  id: number
  processing: Processing
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  price: number | null
}

/**
 * Writes many visits in two statements, their history as ranges of ids; `finish` counts the rhythms of all clients and the sums of all days anew. Whoever
 * made the job's other writer gives the connection its triggers back.
 */
export function createDiaryWriter(sqlite: Database, user: string, services: readonly BulkService[]) {
  stopRecordingInserts(sqlite, ['appointment', 'appointmentService'])
  stopKeepingRhythm(sqlite)
  stopKeepingVisitSums(sqlite)
  const known = new Map(services.map(service => [service.id, service]))
  const lastId = (table: string) =>
    sqlite.prepare<[], number>(`select coalesce(max(seq), 0) from sqlite_sequence where name = '${table}'`).pluck()
  const [lastVisit, lastPart] = [lastId('appointment'), lastId('appointmentService')]
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const insertVisits = sqlite.prepare(`
    insert into appointment (id, kind, status, contactId, title, note, source, startsAt, endsAt, cancelledAt, cancelledBy, cancelReason, isLate,
      despite, user, sequence, createdAt, changedAt)
    select @base + key, 'visit', value ->> 'status', value ->> 'contactId', '', '', '', value ->> 'startsAt', value ->> 'endsAt',
      iif(value ->> 'status' = 'cancelled', value ->> 'bookedAt', null), iif(value ->> 'status' = 'cancelled', 'client', null), '',
      value ->> 'isLate', '[]', @user, 0, value ->> 'bookedAt', value ->> 'bookedAt'
    from json_each(@visits)`)
  const insertParts = sqlite.prepare(`
    insert into appointmentService (id, appointmentId, position, serviceId, staffId, resourceId, startsAt, endsAt, bufferBeforeMinutes,
      bufferAfterMinutes, processingAfterMinutes, processingMinutes, price)
    select @part + key, @base + key, 0, value ->> 'serviceId', value ->> 'staffId', value ->> 'resourceId', value ->> 'startsAt',
      value ->> 'endsAt', value ->> 'bufferBeforeMinutes', value ->> 'bufferAfterMinutes', value ->> '$.processing.afterMinutes',
      value ->> '$.processing.minutes', value ->> 'price'
    from json_each(@visits)`)

  return {
    insert(operation: number, visits: readonly DemoVisit[]) {
      if (visits.length === 0) return
      const [base, part] = [lastVisit.get()! + 1, lastPart.get()! + 1]
      const json = JSON.stringify(visits.map(visit => ({ ...known.get(visit.serviceId), ...visit, ...instants(visit) })))
      insertVisits.run({ base, user, visits: json })
      insertParts.run({ base, part, visits: json })
      range.run(operation, 'appointment', base, base + visits.length - 1)
      range.run(operation, 'appointmentService', part, part + visits.length - 1)
    },
    finish() {
      rebuildRhythm(sqlite)
      keepRhythm(sqlite)
      rebuildVisitSums(sqlite)
      keepVisitSums(sqlite)
    },
  }
}

const iso = (instant: number) => new Date(instant).toISOString()
const instants = ({ start, end, bookedAt, isLate }: DemoVisit) => ({
  startsAt: iso(start),
  endsAt: iso(end),
  bookedAt: iso(bookedAt),
  isLate: isLate ? 1 : 0,
})
