import { AppError } from '../../shared/errors.ts'
import type { NewPayment } from '../../shared/payments/model.ts'
import type { Settled } from '../../shared/payments/rules.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { rowOf } from '../vouchers/find.ts'
import { redeem } from '../vouchers/ledger.ts'
import * as vouchers from '../vouchers/queries.ts'

/** A card pays for what was done, and for nothing else: it is neither change, nor a tip, nor credit that could be had in cash. */
export function refuseUnfitVoucher({ method, voucherId, tip }: Pick<NewPayment, 'method' | 'voucherId' | 'tip'>) {
  if ((method === 'voucher') !== (voucherId !== null)) throw new AppError('invalid', 'voucherWanted')
  if (method === 'voucher' && tip > 0) throw new AppError('invalid', 'noTipByVoucher')
}

type Taken = Readonly<{ voucherId: number; paymentId: number; amount: number; settlements: readonly Settled[] }>

export async function redeemForPayment(context: CommandContext, { voucherId, paymentId, amount, settlements }: Taken) {
  const { db } = context
  const settled = settlements.reduce((sum, settlement) => sum + settlement.amount, 0)
  if (settled !== amount) throw new AppError('conflict', 'voucherMoreThanOpen')
  const voucher = await rowOf(db, voucherId)
  if (voucher.kind !== 'multiPurpose') throw new AppError('conflict', 'packageIsNoMoney')
  const { currency } = await settingsOf(db)
  if (voucher.currency !== currency)
    throw new AppError('conflict', 'otherCurrency', { number: voucher.number!, currency: voucher.currency })
  await redeem(context, voucher, amount, { paymentId, documentId: settlements[0]?.documentId ?? null })
}

type Back = Readonly<{ voucherId: number | null; original: { voucherId: number | null } | null; documentId: number | null; amount: number }>

/** Which card gets it back: the one that is named, that of the payment, or the one with which the credited invoice was paid. */
export async function cardForRefund(db: Db, { voucherId, original, documentId, amount }: Back): Promise<number> {
  const named = voucherId ?? original?.voucherId
  if (named) return named
  const source = documentId === null ? null : await vouchers.sourceOf(db, documentId).executeTakeFirst()
  const used = source?.sourceId ? await vouchers.paidWith(db, source.sourceId).execute() : []
  const fitting = used.find(card => card.amount >= amount) ?? used[0]
  if (!fitting?.voucherId) throw new AppError('conflict', 'refundWithoutVoucher')
  return fitting.voucherId
}
