import type { Generated } from 'kysely'
import type { ActivityKind, Direction, Outcome } from '../../shared/activities/model.ts'
import type { FieldType } from '../../shared/fields/model.ts'
import type { RelationKind } from '../../shared/relations/model.ts'
import type { TagColour } from '../../shared/tags/model.ts'

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

export type ContactsSchema = {
  contact: ContactTable
  contactMerge: ContactMergeTable
  tag: TagTable
  field: FieldTable
  relation: RelationTable
  segment: SegmentTable
  contactTag: ContactTagTable
  contactSearch: ContactSearchTable
  contactKey: ContactKeyTable
  contactDate: ContactDateTable
  activity: ActivityTable
  attachment: AttachmentTable
}
