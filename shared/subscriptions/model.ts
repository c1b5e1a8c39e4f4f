import { z } from 'zod'
import { DocumentLine, Draft } from '../invoices/model.ts'
import { SignedAmount } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()

/** Whether a period is charged on its first day, or on the day after its last. */
export const chargings = ['advance', 'arrears'] as const
export type Charging = (typeof chargings)[number]

/** Whether its invoices wait for somebody to look at them. */
export const modes = ['draft', 'issue'] as const
export type Mode = (typeof modes)[number]

/** What every invoice of it says; {month}, {period} and {year} in its texts stand for what is charged. */
export const Template = Draft.pick({
  ...{ buyer: true, pricing: true, language: true, lines: true, discount: true, paymentDays: true },
  ...{ title: true, header: true, footer: true, note: true },
})
export type Template = Readonly<z.infer<typeof Template>>

const fields = {
  contactId: id,
  template: Template,
  /** RFC 5545, 3.3.10, in days at least and without an end; each of its days begins a period. */
  rule: z.string().trim().min(1, { error: 'required' }).max(300, { error: 'tooLong' }),
  /** The first day of the first period. */
  startsOn: CalendarDate,
  /** No period begins later. */
  endsOn: CalendarDate.nullable(),
  /** How many invoices there will be in all. */
  periods: z.int().min(1).max(9999).nullable(),
  charging: z.enum(chargings),
  mode: z.enum(modes),
}

export const NewSubscription = z.strictObject({
  ...fields,
  endsOn: fields.endsOn.default(null),
  periods: fields.periods.default(null),
  charging: fields.charging.default('advance'),
  mode: fields.mode.default('draft'),
})
export type NewSubscription = Readonly<z.infer<typeof NewSubscription>>

/** From the next invoice on. `startsOn` is then the first day of the next period. */
export const SubscriptionChange = z.strictObject(fields).partial().extend({ id })
export type SubscriptionChange = Readonly<z.infer<typeof SubscriptionChange>>

export const Period = z.strictObject({ firstDay: CalendarDate, lastDay: CalendarDate, dueOn: CalendarDate })
export type Period = Readonly<z.infer<typeof Period>>

/** It waits where its day has come and nothing could be made; it is over once no period follows. */
export const subscriptionStates = ['active', 'waiting', 'paused', 'over'] as const
export type SubscriptionState = (typeof subscriptionStates)[number]

export const Subscription = z.strictObject(fields).extend({
  id: z.int(),
  clientName: z.string(),
  state: z.enum(subscriptionStates),
  next: Period.nullable(),
  /** How many invoices were made of it. */
  made: z.int(),
  /** What one of them comes to, at the rates of today. */
  gross: SignedAmount,
  createdAt: Instant,
  changedAt: Instant,
})
export type Subscription = Readonly<z.infer<typeof Subscription>>

/** One invoice of it; null where its draft was discarded. */
export const MadePeriod = Period.extend({ madeAt: Instant, document: DocumentLine.nullable() })
export type MadePeriod = Readonly<z.infer<typeof MadePeriod>>

/** What somebody should know who opens the invoices. */
export const News = z.strictObject({ drafts: z.int(), issuedToday: z.int(), waiting: z.int() })
export type News = Readonly<z.infer<typeof News>>
