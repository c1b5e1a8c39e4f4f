import { z } from 'zod'
import { Amount, SignedAmount } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

export const paymentMethods = ['cash', 'card', 'transfer', 'voucher', 'other'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** What comes in one way. `amount` is for the documents, `tip` comes on top of it and is the staff's. */
export const Tender = z.strictObject({
  method: z.enum(paymentMethods),
  amount: Amount,
  tip: Amount.default(0),
  /** Cash only: what was handed over, of which the change is given back. */
  tendered: Amount.nullable().default(null),
  reference: text(100).default(''),
  /** The gift card, where it is paid with one. */
  voucherId: id.nullable().default(null),
})
export type Tender = Readonly<z.infer<typeof Tender>>

export const Settlement = z.strictObject({ documentId: id, amount: SignedAmount })

/** What is not settled with it stays the client's credit. */
export const NewPayment = Tender.extend({
  contactId: id.nullable().default(null),
  /** null: today. */
  day: CalendarDate.nullable().default(null),
  /** Left out `settlements`, these are settled in this order, as far as it goes. */
  documentIds: z.array(id).max(100).default([]),
  settlements: z.array(Settlement).max(100).optional(),
  note: text(500).default(''),
})
export type NewPayment = Readonly<z.infer<typeof NewPayment>>

/** Money that goes back has a negative amount, and names the payment that it gives back where there is one. */
export const Payment = z.strictObject({
  id: z.int(),
  at: Instant,
  day: CalendarDate,
  method: z.enum(paymentMethods),
  amount: SignedAmount,
  tip: SignedAmount,
  tendered: z.int().nullable(),
  reference: z.string(),
  note: z.string(),
  contactId: z.int().nullable(),
  /** What the client is called now; empty where it is nobody’s. */
  contactName: z.string(),
  refundsId: z.int().nullable(),
  voucherId: z.int().nullable(),
  settlements: z.array(Settlement.extend({ number: z.string() })),
  /** What nothing has been settled with yet. */
  left: SignedAmount,
  user: z.string(),
})
export type Payment = Readonly<z.infer<typeof Payment>>

/** Money that goes back in one way. */
export const RefundPart = z.strictObject({
  /** The payment that is given back; null: none in particular. */
  paymentId: id.nullable().default(null),
  method: Tender.shape.method,
  amount: Amount.min(1),
  /** Onto which gift card; null: the one with which it was paid. */
  voucherId: id.nullable().default(null),
})
export type RefundPart = Readonly<z.output<typeof RefundPart>>

/** How much of what is owed goes back in the way in which it came. */
export const WayBack = z.strictObject({
  /** null: no payment is known of which it could be a part. */
  paymentId: z.int().nullable(),
  method: z.enum(paymentMethods),
  amount: Amount,
  /** What came in by it for what is credited, and when. */
  paid: Amount,
  day: CalendarDate.nullable(),
  /** How much of that payment was not given back; null where none is known. */
  left: Amount.nullable(),
  voucherId: z.int().nullable(),
  voucherCode: z.string().nullable(),
  /** The last day of a gift card that has expired, onto which nothing useful goes back. */
  expiredOn: CalendarDate.nullable(),
  isBlocked: z.boolean(),
})
export type WayBack = Readonly<z.infer<typeof WayBack>>

/** Of one client: what is open, what they have to their credit, what they have paid in all. */
export const Balance = z.strictObject({
  open: SignedAmount,
  overdue: SignedAmount,
  credit: SignedAmount,
  revenue: SignedAmount,
  documents: z.int(),
})

/** What came in one way, what went back taken off it. */
export const MethodSum = z.strictObject({ method: z.enum(paymentMethods), payments: z.int(), amount: SignedAmount, tips: SignedAmount })
export type MethodSum = Readonly<z.infer<typeof MethodSum>>
