import { z } from 'zod'
import { problemReasons } from './problems.ts'
import { appointmentKinds } from '../appointments/model.ts'
import { FileToken } from '../files/model.ts'
import { CalendarDate, Instant, LocalDateTime } from '../time.ts'

const id = z.int().positive()

/** What an iCalendar file is made of: one visit, or the days from one to another, everybody's or one person's. */
export const CalendarPart = z.union([
  z.strictObject({ appointmentId: id }),
  z.strictObject({ from: CalendarDate, to: CalendarDate, staffId: id.nullable().default(null) }),
])

/** An event of a file, as it would come in. */
export const EventPreview = z.strictObject({
  uid: z.string(),
  title: z.string(),
  start: LocalDateTime,
  end: LocalDateTime,
  repeats: z.boolean(),
  /** On how many dates it takes place. */
  dates: z.int(),
  /** What of it stands in the diary already is brought up to date. */
  isKnown: z.boolean(),
  /** How many of its dates come in anew, or otherwise than they stand in the diary. */
  changes: z.int(),
  /** What the person has at the same time as one of these. */
  overlap: z.strictObject({ kind: z.enum(appointmentKinds), name: z.string(), start: LocalDateTime }).nullable(),
})
export type EventPreview = Readonly<z.infer<typeof EventPreview>>
/** What could not be read, and why: a key of the texts under `calendarProblems`. */
export const EventProblem = z.strictObject({ line: z.int().nullable(), title: z.string(), reason: z.enum(problemReasons) })
export type EventProblem = Readonly<z.infer<typeof EventProblem>>

/** Dates that come in, that are brought up to date, and that stand in the diary as they should; and events that cannot be read. */
const counts = { created: z.int(), updated: z.int(), unchanged: z.int(), failed: z.int() }
/** What would come of a file: all is counted, the first events and problems are shown. */
export const CalendarPreview = z.strictObject({
  /** Events that take place at all. */
  total: z.int(),
  ...counts,
  /** Events of which a date to come falls on something that the person has. */
  overlaps: z.int(),
  events: z.array(EventPreview),
  problems: z.array(EventProblem),
})
export type CalendarPreview = Readonly<z.infer<typeof CalendarPreview>>
export const CalendarResult = z.strictObject({ ...counts, problems: z.array(EventProblem) })
export type CalendarResult = Readonly<z.infer<typeof CalendarResult>>

export const CalendarImport = z.strictObject({
  file: FileToken,
  as: z.enum(['block', 'visit']).default('block'),
  staffId: id.nullable().default(null),
})
export type CalendarImport = Readonly<z.infer<typeof CalendarImport>>

/** An address that a telephone's calendar can read; whoever knows it can. */
export const Feed = z.strictObject({ id: z.int(), staffId: z.int(), path: z.string(), createdAt: Instant })
export type Feed = Readonly<z.infer<typeof Feed>>
