import { z } from 'zod'
import { TimeOfDay } from '../hours/model.ts'
import { Instant, LocalDateTime } from '../time.ts'

export const ReminderSettings = z.strictObject({
  /** How long before its time a new task is reminded of; null never. */
  minutesBefore: z.int().min(0).max(20_160).nullable(),
  /** Nothing is shown from one time to the other, also past midnight; null at any time. */
  quiet: z.strictObject({ from: TimeOfDay, to: TimeOfDay }).nullable(),
  /** When the day is told in one line; null for no such line. */
  digestAt: TimeOfDay.nullable(),
})
export type ReminderSettings = Readonly<z.infer<typeof ReminderSettings>>

export const defaultReminders: ReminderSettings = { minutesBefore: 10, quiet: { from: '20:00', to: '08:00' }, digestAt: '09:00' }

export const Reminder = z.strictObject({
  taskId: z.int(),
  title: z.string(),
  /** Whom it is about. */
  name: z.string(),
  due: z.string().nullable(),
  remindAt: LocalDateTime,
})
export type Reminder = Readonly<z.infer<typeof Reminder>>

/** What the morning's line says: how many, and what the first of them are. */
export const Digest = z.strictObject({ tasks: z.int(), first: z.array(z.string()) })
export type Digest = Readonly<z.infer<typeof Digest>>

export const Taken = z.strictObject({ reminders: z.array(Reminder), digest: Digest.nullable() })
export type Taken = Readonly<z.infer<typeof Taken>>

/** When there is something to show again; null while nothing waits. */
export const NextReminder = z.strictObject({ at: Instant.nullable() })
