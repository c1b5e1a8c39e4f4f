import { AppError } from '../../shared/errors.ts'
import type { NewPayment, Payment } from '../../shared/payments/model.ts'
import { refuseUnfit, spread, type Settled } from '../../shared/payments/rules.ts'
import { enterPayment } from '../cashbook/enter.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { earnFor } from '../loyalty/earn.ts'
import { paymentOf } from './find.ts'
import { payable, writeSettlements, type Payable } from './open.ts'
import * as queries from './queries.ts'
import { tell } from './tell.ts'
import { redeemForPayment, refuseUnfitVoucher } from './voucher.ts'

export async function record(wanted: NewPayment, context: CommandContext): Promise<Payment> {
  const payment = await take(context, wanted)
  await tell(context, 'paymentRecorded', payment)
  return payment
}

/** Takes money in, settles with it what is named, and puts cash into the drawer, in the caller's transaction. */
export async function take(context: CommandContext, wanted: NewPayment): Promise<Payment> {
  const { db, now, session } = context
  refuseMistaken(wanted)
  const { method, amount, tip, tendered, reference, note, voucherId } = wanted
  const today = await todayOf(db, now())
  const day = wanted.day ?? today
  if (day > today) throw new AppError('invalid', 'dayToCome')
  const documents = await payable(db, [...wanted.documentIds, ...(wanted.settlements ?? []).map(({ documentId }) => documentId)])
  const settlements = settlementsOf(wanted, documents)
  const contactId = await payerOf(context, wanted, documents)
  refuseNobodysCredit(contactId, amount, settlements)
  const at = now().toISOString()
  const row = { at, day, method, amount, tip, tendered, reference, note, contactId, voucherId, refundsId: null, user: session.user }
  const { id } = await queries.insert(db, row).executeTakeFirstOrThrow()
  await writeSettlements(db, id, settlements, at)
  if (method === 'cash') await enterPayment(context, { paymentId: id, day, amount, tip })
  if (voucherId !== null) await redeemForPayment(context, { voucherId, paymentId: id, amount, settlements })
  await earnFor(context, settled(settlements))
  return paymentOf(db, id)
}

const settled = (settlements: readonly Settled[]) => settlements.map(({ documentId }) => documentId)

function refuseMistaken(wanted: NewPayment) {
  const { method, amount, tip, tendered } = wanted
  refuseUnfitVoucher(wanted)
  if (amount + tip === 0) throw new AppError('invalid', 'paymentEmpty')
  if (tendered === null) return
  if (method !== 'cash') throw new AppError('invalid', 'onlyCashIsTendered')
  if (tendered < amount + tip) throw new AppError('invalid', 'tenderedTooLittle')
}

/** Where all that was named is settled already, somebody has paid it meanwhile, or clicked twice. */
function settlementsOf({ amount, settlements }: NewPayment, documents: readonly Payable[]): Settled[] {
  if (settlements) {
    refuseUnfit(settlements, documents, amount)
    return settlements.filter(settlement => settlement.amount !== 0)
  }
  const found = spread(amount, documents)
  if (documents.length > 0 && amount > 0 && found.length === 0)
    throw new AppError('conflict', 'settledAlready', { number: documents[0]!.number })
  return found
}

/** Who is named; else whoever the first of the documents is for. */
async function payerOf({ db }: CommandContext, { contactId }: NewPayment, documents: readonly Payable[]) {
  if (contactId !== null) return (await find(db, contactId)).id
  return documents.find(document => document.contactId !== null)?.contactId ?? null
}

/** Only a client can have something to their credit. */
function refuseNobodysCredit(contactId: number | null, amount: number, settlements: readonly Settled[]) {
  const settled = settlements.reduce((sum, settlement) => sum + settlement.amount, 0)
  if (contactId === null && settled < amount) throw new AppError('conflict', 'creditOfNobody')
}
