import { z } from 'zod'
import { Instant } from '../time.ts'
import { RichText } from './rich-text.ts'

export const activityKinds = ['note', 'call', 'email', 'meeting'] as const
export const ActivityKind = z.enum(activityKinds)
export type ActivityKind = z.infer<typeof ActivityKind>

export const directions = ['in', 'out'] as const
export type Direction = (typeof directions)[number]

/** How it went, by the kind of what happened: notes and e-mails have none. */
export const outcomes = {
  note: [],
  call: ['reached', 'messageLeft', 'noAnswer'],
  email: [],
  meeting: ['held', 'missed', 'cancelled'],
} as const satisfies Record<ActivityKind, readonly string[]>
export const Outcome = z.enum([...outcomes.call, ...outcomes.meeting])
export type Outcome = z.infer<typeof Outcome>

const fields = {
  kind: ActivityKind,
  at: Instant,
  direction: z.enum(directions).nullable(),
  outcome: Outcome.nullable(),
  durationMinutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  body: RichText,
}

/** What people write about a contact: a note, or that they called, wrote or met. */
export const Activity = z.strictObject({
  id: z.int(),
  contactId: z.int(),
  /** The deal of theirs that it is about. */
  dealId: z.int().nullable(),
  ...fields,
  user: z.string(),
  pinnedAt: Instant.nullable(),
  createdAt: Instant,
  changedAt: Instant,
  trashedAt: Instant.nullable(),
})
export type Activity = Readonly<z.infer<typeof Activity>>

export const ActivityFields = z.strictObject(fields)
export type ActivityFields = Readonly<z.infer<typeof ActivityFields>>

/** Plain text will do for the body; without a time it was now. */
export const NewActivity = z.strictObject({
  contactId: z.int().positive(),
  dealId: z.int().positive().nullable().default(null),
  kind: fields.kind.default('note'),
  at: fields.at.optional(),
  direction: fields.direction.default(null),
  outcome: fields.outcome.default(null),
  durationMinutes: fields.durationMinutes.default(null),
  body: z.union([z.string(), fields.body]).default(''),
})
export type NewActivity = Readonly<z.infer<typeof NewActivity>>

export const ActivityId = z.strictObject({ id: z.int().positive() })
export const ActivityChange = ActivityFields.partial().extend(ActivityId.shape)
export type ActivityChange = Readonly<z.infer<typeof ActivityChange>>
