import type { Generated } from 'kysely'
import type { Status } from '../../shared/appointments/model.ts'

export type SeriesTable = { id: Generated<number>; rule: string; start: string; zone: string; createdAt: string }
export type AppointmentTable = {
  id: Generated<number>
  kind: 'visit' | 'block'
  status: Status
  contactId: number | null
  title: string
  note: string
  source: string
  deposit: number | null
  /** What goes with it for points. */
  rewardId: number | null
  startsAt: string
  /** When the last of its services ends. */
  endsAt: string
  seriesId: number | null
  /** The wall time that the series' rule gave it, wherever it was moved to. */
  recurrenceStart: string | null
  /** Since when it goes its own way: changes of the series leave it alone. */
  detachedAt: string | null
  cancelledAt: string | null
  cancelledBy: 'client' | 'shop' | null
  cancelReason: string
  isLate: number
  /** What it was booked in spite of, as JSON. */
  despite: string
  user: string
  /** Of the event it was read from (RFC 5545, 3.8.4.7); null where the shop booked it itself. */
  importedUid: string | null
  /** How often it was changed since it was first told to another calendar (RFC 5545, 3.8.7.4). */
  sequence: number
  createdAt: string
  changedAt: string
}
export type AppointmentServiceTable = {
  id: Generated<number>
  appointmentId: number
  position: number
  serviceId: number | null
  staffId: number | null
  resourceId: number | null
  startsAt: string
  endsAt: string
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  processingAfterMinutes: number | null
  processingMinutes: number | null
  price: number | null
}
export type WaitingTable = {
  id: Generated<number>
  contactId: number
  services: string
  preferences: string
  firstDay: string | null
  lastDay: string | null
  note: string
  createdAt: string
  closedAt: string | null
}
export type HoleCallTable = {
  id: Generated<number>
  appointmentId: number
  contactId: number
  outcome: 'noAnswer' | 'declined' | 'booked'
  at: string
}
export type ClientRhythmTable = {
  contactId: number
  visits: number
  /** Those on which they came or will come, the first one first: numbers of days since 1970, `20757,20771`. */
  days: string | null
  firstAt: string | null
  lastAt: string | null
  usualDays: number | null
  /** The day on which the next visit would be due. */
  dueOn: string | null
  noShows: number
  lateCancellations: number
  /** Who served the last visit first, 0 for nobody; null where it has not taken place. */
  lastStaffId: number | null
}
export type CalendarFeedTable = { id: Generated<number>; staffId: number; keyHash: string; createdAt: string }

export type AppointmentsSchema = {
  series: SeriesTable
  appointment: AppointmentTable
  appointmentService: AppointmentServiceTable
  waiting: WaitingTable
  holeCall: HoleCallTable
  clientRhythm: ClientRhythmTable
  calendarFeed: CalendarFeedTable
}
