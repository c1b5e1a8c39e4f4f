import { z } from 'zod'
import { Client, WantedService } from '../appointments/model.ts'
import { TimeOfDay } from '../hours/model.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()

/** When it would suit: on these weekdays (Monday is 1; none means any), between these times. */
export const Preference = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  from: TimeOfDay.nullable(),
  to: TimeOfDay.nullable(),
})
export type Preference = Readonly<z.infer<typeof Preference>>

const fields = {
  contactId: id,
  services: z.array(WantedService).max(20, { error: 'tooMany' }),
  preferences: z.array(Preference).max(5, { error: 'tooMany' }),
  /** Not before, and not after this day. */
  firstDay: CalendarDate.nullable(),
  lastDay: CalendarDate.nullable(),
  note: z.string().trim().max(500, { error: 'tooLong' }),
}

export const NewWaiting = z.strictObject({
  contactId: fields.contactId,
  services: fields.services.default([]),
  preferences: fields.preferences.default([]),
  firstDay: fields.firstDay.default(null),
  lastDay: fields.lastDay.default(null),
  note: fields.note.default(''),
})
export type NewWaiting = Readonly<z.infer<typeof NewWaiting>>
export const WaitingChange = z.strictObject(fields).omit({ contactId: true }).partial().extend({ id })
export const Waiting = z.strictObject(fields).extend({ id: z.int(), createdAt: Instant, client: Client })
export type Waiting = Readonly<z.infer<typeof Waiting>>
