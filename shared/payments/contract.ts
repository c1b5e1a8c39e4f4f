import { z } from 'zod'
import { command, job, query, report } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { SignedAmount } from '../money.ts'
import { CalendarDate } from '../time.ts'
import { Balance, MethodSum, NewPayment, Payment, RefundPart, Settlement, Tender, WayBack } from './model.ts'

const id = z.int().positive()

export const paymentsContract = {
  'payments.record': command('invoices.write', NewPayment, Payment),
  /** Gives money back: of a payment, or what a credit note owes. */
  'payments.refund': command(
    'invoices.write',
    RefundPart.extend({ documentId: id.nullable().default(null), note: NewPayment.shape.note }),
    Payment,
  ),
  /** The same in several ways at once: nothing goes back where one of them cannot. */
  'payments.refundInParts': command(
    'invoices.write',
    z.strictObject({ documentId: id.nullable().default(null), parts: z.array(RefundPart).min(1).max(50), note: NewPayment.shape.note }),
    z.array(Payment),
  ),
  /** What a credit note owes, by the ways in which it was paid, each as far as it did not go back before. */
  'payments.waysBack': query('invoices.read', z.strictObject({ documentId: id }), z.array(WayBack)),
  /** Settles documents with what is left of a payment. */
  'payments.settle': command('invoices.write', z.strictObject({ id, settlements: z.array(Settlement).min(1).max(100) }), Payment),
  /** The latest day first. */
  'payments.list': query(
    'invoices.read',
    z.strictObject({
      documentId: id.nullable().default(null),
      contactId: id.nullable().default(null),
      method: Tender.shape.method.nullable().default(null),
      from: CalendarDate.nullable().default(null),
      to: CalendarDate.nullable().default(null),
      before: id.nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.array(Payment),
  ),
  /** By the way of payment; `left` is what stands to the credit of clients of it. */
  'payments.sums': report(
    'invoices.read',
    z.strictObject({ from: CalendarDate.nullable().default(null), to: CalendarDate.nullable().default(null) }),
    z.strictObject({ methods: z.array(MethodSum), left: SignedAmount }),
  ),
  /** Every payment of these days in a line, tips in a column of their own. */
  'exports.payments': job(
    'invoices.read',
    z.strictObject({ from: CalendarDate, to: CalendarDate, out: FileToken }),
    z.strictObject({ rows: z.int() }),
  ),
  'payments.balance': query('invoices.read', z.strictObject({ contactId: id }), Balance),
}
