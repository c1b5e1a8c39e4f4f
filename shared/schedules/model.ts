import { z } from 'zod'
import { KnownFailure } from '../backups/model.ts'
import { FileToken } from '../files/model.ts'
import { TimeOfDay } from '../hours/model.ts'
import { Question } from '../reports/model.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()

/** `on` is a weekday, 1 for Monday, or a day of the month; a month that is shorter has its last day instead. The time is that on the shop's wall. */
const rhythms = [
  z.strictObject({ every: z.literal('day'), at: TimeOfDay }),
  z.strictObject({ every: z.literal('week'), on: z.int().min(1).max(7), at: TimeOfDay }),
  z.strictObject({ every: z.literal('month'), on: z.int().min(1).max(31), at: TimeOfDay }),
] as const
export const Rhythm = z.discriminatedUnion('every', rhythms)
export type Rhythm = Readonly<z.infer<typeof Rhythm>>
export const rhythmNames = ['day', 'week', 'month'] as const

export const exportFormats = ['csv', 'pdf'] as const

/** A report that somebody saved, which is asked as it is then; or a question of its own. */
export const Scheduled = z.union([z.strictObject({ savedReportId: id }), z.strictObject({ question: Question })])
export type Scheduled = Readonly<z.infer<typeof Scheduled>>

export const NewSchedule = z.strictObject({
  report: Scheduled,
  format: z.enum(exportFormats),
  rhythm: Rhythm,
  /** The folder. */
  out: FileToken,
})
export type NewSchedule = Readonly<z.infer<typeof NewSchedule>>

export const ScheduleChange = z.strictObject({
  id,
  format: z.enum(exportFormats).optional(),
  rhythm: Rhythm.optional(),
  out: FileToken.optional(),
})
export type ScheduleChange = Readonly<z.infer<typeof ScheduleChange>>

export const Schedule = z.strictObject({
  id: z.int(),
  /** What the report is called. */
  name: z.string(),
  question: Question,
  savedReportId: z.int().nullable(),
  format: z.enum(exportFormats),
  rhythm: Rhythm,
  folder: z.string(),
  pausedAt: Instant.nullable(),
  /** The day and the time on the shop's wall; null while it is paused. */
  next: z.strictObject({ day: CalendarDate, at: TimeOfDay }).nullable(),
  /** How it went the last time; null as long as it never did. */
  last: z
    .strictObject({
      at: Instant,
      /** null where nothing was written. */
      file: z.string().nullable(),
      failure: KnownFailure.nullable(),
    })
    .nullable(),
})
export type Schedule = Readonly<z.infer<typeof Schedule>>
