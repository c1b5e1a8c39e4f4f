import { z } from 'zod'
import { command, query } from '../call.ts'
import { Document, Draft } from '../invoices/model.ts'
import { LocalDateTime } from '../time.ts'
import { Payment, Tender } from '../payments/model.ts'

const id = z.int().positive()

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
  /** Issues the invoice and takes the money in one step. The visit is done by that. */
  'checkout.complete': command(
    'invoices.write',
    z.strictObject({ draft: Draft, tenders: z.array(Tender).max(10) }),
    z.strictObject({ document: Document, payments: z.array(Payment) }),
  ),
}
