import { z } from 'zod'
import { CalendarDate } from '../time.ts'
import { limits } from './limits.ts'

/** How a contact is reached; a message is a text message or a messenger's. */
export const channels = ['email', 'phone', 'message', 'post'] as const
export type Channel = (typeof channels)[number]

export const consentStates = ['given', 'refused'] as const

export const Consent = z.strictObject({
  state: z.enum(consentStates),
  on: CalendarDate.nullable().default(null),
  /** Where it was said: a form, a call. */
  source: z.string().trim().max(limits.consentSource, { error: 'tooLong' }).default(''),
})
export type Consent = Readonly<z.infer<typeof Consent>>

/** A channel that is not there has not been asked about. */
export const Consents = z.strictObject({ email: Consent, phone: Consent, message: Consent, post: Consent }).partial()
export type Consents = Readonly<z.infer<typeof Consents>>
