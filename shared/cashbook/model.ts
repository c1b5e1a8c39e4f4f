import { z } from 'zod'
import { Amount, SignedAmount } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** `payment` and `tip` come with payments in cash; `difference` with the count at the end of a day. */
export const cashKinds = ['payment', 'tip', 'paidIn', 'paidOut', 'difference'] as const
export type CashKind = (typeof cashKinds)[number]

/** What an entry is called by: a payment that goes back is no payment. */
export const cashWord = ({ kind, amount }: { kind: CashKind; amount: number }) => (kind === 'payment' && amount < 0 ? 'refund' : kind)

export const NewCashEntry = z.strictObject({
  kind: z.enum(['paidIn', 'paidOut']),
  amount: Amount.min(1),
  note: text(200).min(1, { error: 'required' }),
})

/** `amount` is what the drawer gains, negative for what leaves it. */
export const CashEntry = z.strictObject({
  id: z.int(),
  at: Instant,
  day: CalendarDate,
  kind: z.enum(cashKinds),
  amount: SignedAmount,
  /** What is in the drawer after it. */
  balance: SignedAmount,
  paymentId: z.int().nullable(),
  note: z.string(),
  user: z.string(),
})
export type CashEntry = Readonly<z.infer<typeof CashEntry>>

export const CashClosing = z.strictObject({
  id: z.int(),
  day: CalendarDate,
  at: Instant,
  expected: SignedAmount,
  counted: SignedAmount,
  difference: SignedAmount,
  note: z.string(),
  user: z.string(),
})
export type CashClosing = Readonly<z.infer<typeof CashClosing>>

/** A day of the drawer. */
export const CashDay = z.strictObject({
  day: CalendarDate,
  opening: SignedAmount,
  entries: z.array(CashEntry),
  expected: SignedAmount,
  closing: CashClosing.nullable(),
  /** By all methods, tips apart. */
  takings: z.array(z.strictObject({ method: z.string(), amount: SignedAmount, tips: SignedAmount, payments: z.int() })),
})
export type CashDay = Readonly<z.infer<typeof CashDay>>

export const Count = z.strictObject({ day: CalendarDate.optional(), counted: Amount, note: text(500).default('') })
