import { z } from 'zod'
import { problemReasons } from './problems.ts'
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
  /** What of it stands in the diary already is brought up to date. */
  isKnown: z.boolean(),
})
/** What could not be read, and why: a key of the texts under `calendarProblems`. */
export const EventProblem = z.strictObject({ line: z.int().nullable(), title: z.string(), reason: z.enum(problemReasons) })

export const CalendarImport = z.strictObject({
  file: FileToken,
  as: z.enum(['block', 'visit']).default('block'),
  staffId: id.nullable().default(null),
})

/** An address that a telephone's calendar can read; whoever knows it can. */
export const Feed = z.strictObject({ id: z.int(), staffId: z.int(), path: z.string(), createdAt: Instant })
export type Feed = Readonly<z.infer<typeof Feed>>
