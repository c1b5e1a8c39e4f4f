import { z } from 'zod'
import { CalendarEntry, Client } from '../appointments/model.ts'
import { FollowUp, priorities, Task, TaskOutcome } from '../tasks/model.ts'
import { CalendarDate, Instant } from '../time.ts'

/** What the day is made of. Who adds a kind gives it a source in electron/today/sources.ts and words under `today.lines`. */
export const todayKinds = ['task', 'followUp', 'deal', 'quote', 'invoice', 'birthday', 'anniversary', 'rhythm'] as const
export type TodayKind = (typeof todayKinds)[number]

/** The kinds that are no tasks: what is said about them is kept beside them. */
export const markedKinds = ['followUp', 'deal', 'quote', 'invoice', 'birthday', 'anniversary', 'rhythm'] as const
export type MarkedKind = (typeof markedKinds)[number]

/** Why a deal stands there: its next step is due, it is to close within a week, or nothing happens any more. */
export const dealReasons = ['nextStep', 'closing', 'quiet'] as const

export const TodayLine = z.strictObject({
  kind: z.enum(todayKinds),
  /** Of the task, the contact, the deal or the document. */
  id: z.int(),
  /** A task's or a deal's title, a document's number, the field that holds an anniversary. */
  title: z.string(),
  client: Client.nullable(),
  /** The day or the time for which it is: due, the birthday, the last day of a quote. */
  at: z.string().nullable(),
  /** Whole days from now to then: less than 0 for what is late. */
  days: z.int().nullable(),
  /** How old somebody turns, or how many years it is then, where the year is known. */
  age: z.int().nullable(),
  /** Every so many days somebody comes. */
  usualDays: z.int().nullable(),
  amount: z.int().nullable(),
  reason: z.enum(dealReasons).nullable(),
  priority: z.enum(priorities),
  task: Task.nullable(),
})
export type TodayLine = Readonly<z.infer<typeof TodayLine>>

/** What was done today; struck out at the end of the list. */
export const DoneLine = z.strictObject({
  kind: z.enum(todayKinds),
  id: z.int(),
  title: z.string(),
  name: z.string(),
  at: Instant,
  by: z.string(),
})
export type DoneLine = Readonly<z.infer<typeof DoneLine>>

export const Today = z.strictObject({
  day: CalendarDate,
  /** In the order in which they are best worked through. */
  lines: z.array(TodayLine),
  done: z.array(DoneLine),
  /** Visits of the day that are still to come or going on, the next first. */
  arrivals: z.array(CalendarEntry),
  figures: z.strictObject({ visits: z.int(), open: z.int(), openDocuments: z.int(), overdueDocuments: z.int() }),
})
export type Today = Readonly<z.infer<typeof Today>>

const line = { kind: z.enum(markedKinds), id: z.int().positive() }
export const Contacted = z.strictObject({
  kind: z.enum(['call', 'email', 'meeting']),
  outcome: TaskOutcome.optional(),
  note: z.string().trim().max(5000, { error: 'tooLong' }).default(''),
})

/** Done with a line: what was said to the contact, and what comes next, in one step. */
export const TodayDone = z.strictObject({
  ...line,
  contacted: Contacted.nullable().default(null),
  followUp: FollowUp.nullable().default(null),
})
export type TodayDone = Readonly<z.infer<typeof TodayDone>>
export const TodaySnooze = z.strictObject({ ...line, until: CalendarDate })
export type TodaySnooze = Readonly<z.infer<typeof TodaySnooze>>
