import type { Generated, Kysely } from 'kysely'
import type { FieldType } from '../../shared/fields/model.ts'
import type { RelationKind } from '../../shared/relations/model.ts'
import type { ImportOutcome, ImportReason } from '../../shared/imports/model.ts'
import type { TagColour } from '../../shared/tags/model.ts'
import type { AbsenceReason } from '../../shared/staff/model.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import type { LoyaltySchema } from './schema-loyalty.ts'
import type { DealsSchema } from './schema-deals.ts'
import type { MoneySchema } from './schema-money.ts'
import type { PricesSchema } from './schema-prices.ts'
import type { ReportsSchema } from './schema-reports.ts'
import type { TaskSchema } from './schema-tasks.ts'
import type { Status } from '../../shared/appointments/model.ts'
import type { ActivityKind, Direction, Outcome } from '../../shared/activities/model.ts'

export type OperationTable = {
  id: Generated<number>
  at: string
  user: string
  call: string
  text: string
  params: string
  contactId: number | null
  undoes: number | null
  undoneBy: number | null
  finishedAt: string | null
}

export type ChangeTable = {
  id: Generated<number>
  operationId: number
  tableName: string
  rowKey: string
  action: 'insert' | 'update' | 'delete'
  before: string | null
}

export type ChangeRangeTable = {
  id: Generated<number>
  operationId: number
  tableName: string
  firstId: number
  lastId: number
}

export type NamedValueTable = { name: string; value: string }

export type ContactTable = {
  id: Generated<number>
  kind: 'person' | 'company'
  namePrefix: string
  givenName: string
  additionalName: string
  familyName: string
  nameSuffix: string
  organization: string
  phones: string
  emails: string
  addresses: string
  birthday: string | null
  language: string
  note: string
  source: string
  createdAt: string
  changedAt: string
  trashedAt: string | null
  sortName: string
  sortOrganization: string
  /** The contact that this one is a part of now; it lies in the trash as long. */
  mergedInto: number | null
  alerts: Generated<string>
  consents: Generated<string>
  preferredChannel: 'email' | 'phone' | 'message' | 'post' | null
  followUpOn: string | null
  blockedAt: string | null
  custom: Generated<string>
}

export type ContactMergeTable = {
  id: Generated<number>
  survivorId: number
  loserId: number
  at: string
  /** The survivor's fields, as JSON. */
  before: string
  after: string
  /** What pointed at the other contact: `{ table, column, ids }`, as JSON. */
  moved: string
  unmergedAt: string | null
}

export type TagTable = { id: Generated<number>; name: string; foldedName: string; colour: TagColour | null }
export type FieldTable = {
  id: Generated<number>
  name: string
  foldedName: string
  type: FieldType
  kind: 'person' | 'company' | null
  required: number
  /** A date that is celebrated each year. */
  yearly: Generated<number>
  defaultValue: string
  options: string
  position: number
  archivedAt: string | null
}
export type RelationTable = {
  id: Generated<number>
  fromId: number
  toId: number
  kind: RelationKind
  label: string
  createdAt: string
}
export type SegmentTable = {
  id: Generated<number>
  name: string
  /** shared/segments/model.ts, as JSON. */
  filter: string
  createdAt: string
  changedAt: string
}
export type ContactTagTable = { contactId: number; tagId: number }
export type ContactSearchTable = { rowid: number; text: string; contactSearch: string }
export type ContactKeyTable = { key: number; contactId: number }
/** `MM-DD` of each date in a field of the shop's own. */
export type ContactDateTable = { monthDay: string; fieldId: number; contactId: number }

export type ImportRunTable = {
  id: Generated<number>
  startedAt: string
  fileName: string
  headers: string
  finishedAt: string | null
  operationId: number | null
  settings: Generated<string>
  counts: Generated<string>
}
export type ImportRangeTable = {
  importId: number
  outcome: ImportOutcome
  /** Rows of this outcome before it. */
  position: number
  rows: number
  firstLine: number
  /** Those of the rows follow each other, too; null where no contact belongs to them. */
  firstContact: number | null
  reason: ImportReason | ''
}
export type ImportMappingTable = { header: string; fields: string; usedAt: string }
export type ImportProblemTable = {
  importId: number
  position: number
  line: number
  column: string
  value: string
  reason: string
  params: string
  /** The whole row, beside the first of its problems. */
  cells: string | null
  /** 1 where the row came in without this value, 0 where it did not come in. */
  isTaken: number
}

export type ActivityTable = {
  id: Generated<number>
  contactId: number
  kind: ActivityKind
  at: string
  direction: Direction | null
  outcome: Outcome | null
  durationMinutes: number | null
  body: string
  user: string
  pinnedAt: string | null
  dealId: number | null
  createdAt: string
  changedAt: string
  trashedAt: string | null
}

export type DuplicateScanTable = {
  id: Generated<number>
  startedAt: string
  finishedAt: string | null
  contacts: number
  /** shared/duplicates/knowledge.ts, as JSON. */
  knowledge: string
}
export type DuplicateGroupTable = {
  id: Generated<number>
  scanId: number
  certain: number
  strength: number
  size: number
  touched: number
}
export type DuplicateMemberTable = { groupId: number; contactId: number; changedAt: string }
export type DuplicatePairTable = {
  groupId: number
  a: number
  b: number
  probability: number
  strength: number
  suggested: number
  certain: number
}
export type DuplicateDismissalTable = { id: Generated<number>; a: number; b: number; at: string }
export type AttachmentTable = {
  id: Generated<number>
  contactId: number
  fileName: string
  mediaType: string
  bytes: number
  hash: string
  user: string
  at: string
  pictureAt: string | null
  dealId: number | null
  trashedAt: string | null
}

export type StaffTable = {
  id: Generated<number>
  name: string
  colour: TagColour
  /** shared/hours/model.ts, as JSON. */
  hours: string
  position: number
  createdAt: string
  archivedAt: string | null
}
export type StaffServiceTable = { staffId: number; serviceId: number; durationMinutes: number | null; price: number | null }
export type AbsenceTable = {
  id: Generated<number>
  staffId: number
  firstDay: string
  lastDay: string
  hours: string
  reason: AbsenceReason
  note: string
}
export type ClosureTable = { id: Generated<number>; firstDay: string; lastDay: string; hours: string; name: string }
export type ServiceTable = {
  id: Generated<number>
  name: string
  category: string
  durationMinutes: number
  processingAfterMinutes: number | null
  processingMinutes: number | null
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  price: number | null
  pricing: Generated<Pricing>
  taxRateId: number | null
  colour: TagColour
  seats: number
  resourceKind: string
  note: string
  position: number
  createdAt: string
  archivedAt: string | null
}
export type ResourceTable = { id: Generated<number>; name: string; kind: string; position: number; archivedAt: string | null }
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
  /** Those in which they came or will come, `2026-10,2026-11`. */
  months: string | null
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

/** Up to `untilId` the history is forgotten, however much of it is still there. */
export type ForgettingTable = { id: Generated<number>; at: string; before: string; untilId: number; operations: number }
/** The trace of what was deleted for good. */
export type PurgeTable = { id: Generated<number>; at: string; contacts: number; entries: number; files: number }
export type ForgottenContentTable = { hash: string; at: string }

export type Schema = MoneySchema &
  PricesSchema &
  LoyaltySchema &
  ReportsSchema &
  DealsSchema &
  TaskSchema & {
    operation: OperationTable
    change: ChangeTable
    changeRange: ChangeRangeTable
    forgetting: ForgettingTable
    purge: PurgeTable
    forgottenContent: ForgottenContentTable
    setting: NamedValueTable
    preference: NamedValueTable
    contact: ContactTable
    tag: TagTable
    contactTag: ContactTagTable
    field: FieldTable
    relation: RelationTable
    segment: SegmentTable
    contactMerge: ContactMergeTable
    contactSearch: ContactSearchTable
    contactKey: ContactKeyTable
    contactDate: ContactDateTable
    importRun: ImportRunTable
    importProblem: ImportProblemTable
    importRange: ImportRangeTable
    importMapping: ImportMappingTable
    activity: ActivityTable
    duplicateScan: DuplicateScanTable
    duplicateGroup: DuplicateGroupTable
    duplicateMember: DuplicateMemberTable
    duplicatePair: DuplicatePairTable
    duplicateDismissal: DuplicateDismissalTable
    attachment: AttachmentTable
    staff: StaffTable
    staffService: StaffServiceTable
    absence: AbsenceTable
    closure: ClosureTable
    service: ServiceTable
    resource: ResourceTable
    series: SeriesTable
    appointment: AppointmentTable
    appointmentService: AppointmentServiceTable
    waiting: WaitingTable
    holeCall: HoleCallTable
    clientRhythm: ClientRhythmTable
    calendarFeed: CalendarFeedTable
  }

/** A connection or an open transaction: functions that take a Db work inside both. */
export type Db = Kysely<Schema>
