import { z } from 'zod'
import { limits } from './limits.ts'

/** What whoever picks a contact must see first. */
export const alertKinds = ['allergy', 'noBooking', 'noCalls', 'other'] as const
export type AlertKind = (typeof alertKinds)[number]

/** These say enough without a text. */
const plainKinds: readonly AlertKind[] = ['noBooking', 'noCalls']

export const Alert = z
  .strictObject({ kind: z.enum(alertKinds), text: z.string().trim().max(limits.alert, { error: 'tooLong' }).default('') })
  .refine(({ kind, text }) => text !== '' || plainKinds.includes(kind), { error: 'alertEmpty', path: ['text'] })
export type Alert = Readonly<z.infer<typeof Alert>>
