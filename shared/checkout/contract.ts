import { z } from 'zod'
import { command, query } from '../call.ts'
import { Discount } from '../invoices/line.ts'
import { Document, Draft } from '../invoices/model.ts'
import { WantedReward } from '../loyalty/model.ts'
import { Amount, SignedAmount } from '../money.ts'
import { LocalDateTime } from '../time.ts'
import { Payment, Tender } from '../payments/model.ts'

const id = z.int().positive()
const about = { appointmentId: id.nullable().default(null), quoteId: id.nullable().default(null) }
const isAboutOne = ({ appointmentId, quoteId }: { appointmentId: number | null; quoteId: number | null }) =>
  (appointmentId === null) !== (quoteId === null)

export const WaitingToPay = z.strictObject({
  appointmentId: z.int(),
  contactId: z.int().nullable(),
  /** Empty where nobody knows it. */
  name: z.string(),
  start: LocalDateTime,
  status: z.enum(['inService', 'done']),
})
export type WaitingToPay = Readonly<z.infer<typeof WaitingToPay>>

export const checkoutContract = {
  /** What a visit comes to: its services, and what was paid of it before. `fee`: what is owed for one that was missed. */
  'checkout.propose': query('invoices.read', z.strictObject({ appointmentId: id, fee: z.boolean().default(false) }), Draft),
  /** Visits of today that are going on or done and have no invoice yet, in the order of their times. */
  'checkout.waiting': query('invoices.read', z.strictObject({}), z.array(WaitingToPay)),
  /** Issues the invoice, takes rewards off it for points, and takes the money in one step. The visit is done by that. */
  'checkout.complete': command(
    'invoices.write',
    z.strictObject({ draft: Draft, tenders: z.array(Tender).max(10), rewards: z.array(WantedReward).max(20).default([]) }),
    z.strictObject({ document: Document, payments: z.array(Payment) }),
  ),
  /** What a visit or a quote comes to, what deposits for it were asked for, and what was agreed on and is not asked for yet. */
  'checkout.depositOffer': query(
    'invoices.read',
    z.strictObject(about).refine(isAboutOne, { error: 'required' }),
    z.strictObject({ total: SignedAmount, asked: SignedAmount, agreed: Amount.nullable() }),
  ),
  /** The draft of a deposit invoice for a visit or a quote. */
  'checkout.askDeposit': command(
    'invoices.write',
    z.strictObject({ ...about, part: Discount }).refine(isAboutOne, { error: 'required' }),
    Document,
  ),
}
