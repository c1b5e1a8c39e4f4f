import { z } from 'zod'
import { isInOrder, notInOrder, Span } from '../hours/model.ts'
import { CalendarDate } from '../time.ts'

/** Days on which the shop has other hours than in an ordinary week, or none: a public holiday, a fair, a move. */
const fields = Span.extend({ name: z.string().trim().min(1, { error: 'required' }).max(80, { error: 'tooLong' }) })
export const NewClosure = fields.refine(isInOrder, notInOrder)
export const Closure = fields.extend({ id: z.int() })
export const ClosureChange = fields.extend({ id: z.int().positive() }).refine(isInOrder, notInOrder)
export type Closure = Readonly<z.infer<typeof Closure>>
export type NewClosure = Readonly<z.infer<typeof NewClosure>>

/** A public holiday of the shop's country that no closure covers yet, as a suggestion. */
export const Holiday = z.strictObject({ day: CalendarDate, name: z.string() })
