import { z } from 'zod'
import { Activity, activityKinds } from '../activities/model.ts'
import { Appointment } from '../appointments/model.ts'
import { Attachment } from '../attachments/model.ts'
import { Reminder } from '../dunning/model.ts'
import { DealMove } from '../deals/model.ts'
import { DocumentLine } from '../invoices/model.ts'
import { Summary } from '../operations/model.ts'
import { Instant } from '../time.ts'

/** What a filter of the timeline can ask for. */
export const timelineKinds = [...activityKinds, 'visit', 'invoice', 'deal', 'file', 'change'] as const
export const TimelineKind = z.enum(timelineKinds)
export type TimelineKind = z.infer<typeof TimelineKind>

/** A value as a person reads it: phones and the like have one for each entry, with its label; nothing is an empty list. */
const FieldValue = z.array(z.strictObject({ label: z.string(), text: z.string() }))
export type FieldValue = z.infer<typeof FieldValue>
const FieldChange = z.strictObject({ field: z.string(), before: FieldValue, after: FieldValue })
export type FieldChange = Readonly<z.infer<typeof FieldChange>>

/** How a contact came, or what was done with it. */
export const changeEvents = [
  'created',
  'imported',
  'filled',
  'changed',
  'changedByImport',
  'merged',
  'unmerged',
  'trashed',
  'restored',
] as const
export type ChangeEvent = (typeof changeEvents)[number]

/** `at` and `id` place an entry in its source; `source` and `id` together are one of a kind. */
const entry = { id: z.int(), at: Instant }

export const ActivityEntry = z.strictObject({ ...entry, source: z.literal('activity'), activity: Activity })
export const AttachmentEntry = z.strictObject({ ...entry, source: z.literal('attachment'), attachment: Attachment })
export const AppointmentEntry = z.strictObject({ ...entry, source: z.literal('appointment'), appointment: Appointment })
export const DocumentEntry = z.strictObject({ ...entry, source: z.literal('document'), document: DocumentLine })
export const ReminderEntry = z.strictObject({ ...entry, source: z.literal('reminder'), reminder: Reminder })
export const DealEntry = DealMove.omit({ fromStageId: true, toStageId: true, days: true }).extend({
  ...entry,
  source: z.literal('deal'),
  dealId: z.int(),
  title: z.string(),
})
export const ChangeEntry = z.strictObject({
  ...entry,
  source: z.literal('change'),
  user: z.string(),
  event: z.enum(changeEvents),
  /** Who it was done with, where that is somebody who has become a part of the contact. */
  part: z.string().nullable(),
  /** What the history says about the whole operation. */
  summary: Summary,
  fields: z.array(FieldChange),
  tagsAdded: z.array(z.string()),
  tagsRemoved: z.array(z.string()),
})

/** Who adds a source adds its entry here, its rows in electron/timeline/sources.ts and its line in renderer/timeline/lines.ts. */
export const TimelineEntry = z.discriminatedUnion('source', [
  ActivityEntry,
  AppointmentEntry,
  AttachmentEntry,
  DocumentEntry,
  ReminderEntry,
  DealEntry,
  ChangeEntry,
])
export type TimelineEntry = Readonly<z.infer<typeof TimelineEntry>>
export type TimelineSource = TimelineEntry['source']
export type EntryOf<S extends TimelineSource> = Extract<TimelineEntry, { source: S }>

/** The last entry of a page: the next one goes on below it. */
export const TimelineCursor = z.strictObject({ source: z.string().max(40), id: z.int(), at: Instant })
export type TimelineCursor = Readonly<z.infer<typeof TimelineCursor>>

export const TimelineQuestion = z.strictObject({
  contactId: z.int().positive(),
  /** Only what belongs to this deal of theirs. */
  dealId: z.int().positive().nullable().default(null),
  /** All of them where none is named. */
  kinds: z.array(TimelineKind).max(timelineKinds.length).default([]),
  before: TimelineCursor.nullable().default(null),
  limit: z.int().min(1).max(200).default(30),
})

export const TimelinePage = z.strictObject({
  /** On the first page only, newest pin first; they do not stand among the entries again. */
  pinned: z.array(TimelineEntry),
  entries: z.array(TimelineEntry),
  next: TimelineCursor.nullable(),
})
export type TimelinePage = Readonly<z.infer<typeof TimelinePage>>
