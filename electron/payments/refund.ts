import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { paymentsContract } from '../../shared/payments/contract.ts'
import type { Payment, RefundPart } from '../../shared/payments/model.ts'
import { enterPayment } from '../cashbook/enter.ts'
import { todayOf } from '../settings/today.ts'
import type { CommandContext } from '../handlers.ts'
import { restore } from '../vouchers/ledger.ts'
import { paymentOf, rowOf, type PaymentRow } from './find.ts'
import { payable, writeSettlements, type Payable } from './open.ts'
import * as queries from './queries.ts'
import { tell } from './tell.ts'
import { cardForRefund } from './voucher.ts'

type Refund = z.output<(typeof paymentsContract)['payments.refund']['input']>

type InParts = z.output<(typeof paymentsContract)['payments.refundInParts']['input']>

export async function refund({ documentId, note, ...part }: Refund, context: CommandContext): Promise<Payment> {
  return (await refundInParts({ documentId, note, parts: [part] }, context))[0]!
}

export async function refundInParts({ documentId, note, parts }: InParts, context: CommandContext): Promise<Payment[]> {
  const payments: Payment[] = []
  for (const part of parts) payments.push(await giveBack({ ...part, documentId, note }, context))
  const amount = payments.reduce((sum, payment) => sum + payment.amount, 0)
  await tell(context, 'paymentRefunded', { ...payments[0]!, amount })
  return payments
}

/** What a document owes, which is settled by that; else what is left of a payment. */
async function giveBack(wanted: RefundPart & Pick<Refund, 'documentId' | 'note'>, context: CommandContext): Promise<Payment> {
  const { paymentId, documentId, method, amount, note } = wanted
  const { db, now, session } = context
  const original = paymentId === null ? null : await rowOf(db, paymentId)
  const document = documentId === null ? null : (await payable(db, [documentId]))[0]!
  await refuseTooMuch(context, amount, original, document)
  const voucherId = method === 'voucher' ? await cardForRefund(db, { ...wanted, original }) : null
  const [at, day] = [now().toISOString(), await todayOf(db, now())]
  const { id } = await queries
    .insert(db, {
      ...{ at, day, method, amount: -amount, tip: 0, tendered: null, reference: '', note, user: session.user },
      ...{ contactId: document?.contactId ?? original?.contactId ?? null, refundsId: paymentId, voucherId },
    })
    .executeTakeFirstOrThrow()
  if (document) await writeSettlements(db, id, [{ documentId: document.id, amount: -amount }], at)
  if (method === 'cash') await enterPayment(context, { paymentId: id, day, amount: -amount, tip: 0 })
  if (voucherId !== null) await restore(context, voucherId, amount, { paymentId: id, documentId })
  return paymentOf(db, id)
}

/** Not more than is owed, and of a payment not more than is left of it; or than was paid, where a document owes it. */
async function refuseTooMuch({ db }: CommandContext, amount: number, original: PaymentRow | null, document: Payable | null) {
  if (!original && !document) throw new AppError('invalid', 'refundOfNothing')
  if (document && amount > -document.open) throw new AppError('conflict', 'refundTooMuch')
  if (!original) return
  const { amount: givenBack } = await queries.givenBack(db, original.id).executeTakeFirstOrThrow()
  if (amount > (document ? original.amount + givenBack : original.left)) throw new AppError('conflict', 'refundTooMuch')
}
