import { z } from 'zod'
import { isInOrder, notInOrder, RotatingHours, Span } from '../hours/model.ts'
import { Amount } from '../money.ts'
import { tagColours } from '../tags/model.ts'
import { Instant, Minutes } from '../time.ts'

const id = z.int().positive()

/** A service that somebody does; null where it takes and costs what it does for everybody. */
export const StaffService = z.strictObject({ serviceId: id, durationMinutes: Minutes.nullable(), price: Amount.nullable() })
export type StaffService = Readonly<z.infer<typeof StaffService>>

const fields = {
  name: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' }),
  colour: z.enum(tagColours),
  hours: RotatingHours,
  services: z.array(StaffService).max(1000, { error: 'tooMany' }),
}

export const NewStaff = z.strictObject(fields)
export type NewStaff = Readonly<z.infer<typeof NewStaff>>
export const StaffChange = NewStaff.partial().extend({ id })
/** In the order of the calendar's columns. */
export const Staff = NewStaff.extend({ id: z.int(), archivedAt: Instant.nullable() })
export type Staff = Readonly<z.infer<typeof Staff>>

export const absenceReasons = ['leave', 'sick', 'training', 'otherHours'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** Days on which somebody has other hours than their week says, mostly none. */
const absence = Span.extend({
  staffId: id,
  reason: z.enum(absenceReasons),
  note: z.string().trim().max(200, { error: 'tooLong' }).default(''),
})
export const NewAbsence = absence.refine(isInOrder, notInOrder)
export const AbsenceChange = absence.extend({ id }).refine(isInOrder, notInOrder)
export const Absence = absence.extend({ id: z.int() })
export type Absence = Readonly<z.infer<typeof Absence>>

/** What becomes of the visits that somebody who leaves still has. */
export const FutureVisits = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('keep') }),
  z.strictObject({ action: z.literal('moveTo'), staffId: id }),
  z.strictObject({ action: z.literal('cancel') }),
])
