import { AppError } from '../../shared/errors.ts'
import { writtenCode } from '../../shared/vouchers/code.ts'
import type { EntryKind } from '../../shared/vouchers/model.ts'
import { isExpired } from '../../shared/vouchers/rules.ts'
import { todayOf } from '../settings/today.ts'
import type { CommandContext } from '../handlers.ts'
import { amountText } from '../payments/tell.ts'
import { rowOf, type VoucherRow } from './find.ts'
import * as queries from './queries.ts'

type Cause = Readonly<{ documentId?: number | null; paymentId?: number | null; note?: string }>

/** The ledger is only ever added to; the balance follows by itself. */
export async function enter({ db, now, session }: CommandContext, voucherId: number, kind: EntryKind, amount: number, cause: Cause = {}) {
  const { documentId = null, paymentId = null, note = '' } = cause
  const entry = { voucherId, kind, amount, documentId, paymentId, note, user: session.user }
  await queries.insertEntry(db, { ...entry, at: now().toISOString(), day: await todayOf(db, now()) }).execute()
}

/** Takes something off a voucher that is good for it today. */
export async function redeem(context: CommandContext, voucher: VoucherRow, amount: number, cause: Cause) {
  await refuseUnusable(context, voucher)
  if (amount > voucher.balance)
    throw new AppError('conflict', 'voucherTooLittle', { code: writtenCode(voucher.code), balance: await balanceText(context, voucher) })
  await enter(context, voucher.id, 'redeemed', -amount, cause)
}

async function refuseUnusable({ db, now }: CommandContext, { code, blockedAt, expiresOn, unpaidNumber }: VoucherRow) {
  await refuseGone({ db, now }, { code, blockedAt, expiresOn })
  if (unpaidNumber !== null) throw new AppError('conflict', 'voucherUnpaid', { code: writtenCode(code), number: unpaidNumber })
}

/** Blocked, or out of date. */
export async function refuseGone(
  { db, now }: Pick<CommandContext, 'db' | 'now'>,
  { code, blockedAt, expiresOn }: Pick<VoucherRow, 'code' | 'blockedAt' | 'expiresOn'>,
) {
  const named = { code: writtenCode(code) }
  if (blockedAt !== null) throw new AppError('conflict', 'voucherBlocked', named)
  if (isExpired(expiresOn, await todayOf(db, now()))) throw new AppError('conflict', 'voucherExpired', { ...named, day: expiresOn! })
}

/** Puts back what was taken off before, and never more than that. */
export async function restore(context: CommandContext, voucherId: number, amount: number, cause: Cause) {
  const { code } = await rowOf(context.db, voucherId)
  const { amount: used } = await queries.sumOf(context.db, voucherId, ['redeemed', 'restored']).executeTakeFirstOrThrow()
  if (amount > -used) throw new AppError('conflict', 'voucherNotUsedFor', { code: writtenCode(code) })
  await enter(context, voucherId, 'restored', amount, cause)
}

/** Its sale is taken back: only as far as it was not used. */
export async function takeBack(context: CommandContext, voucherId: number, amount: number, documentId: number) {
  const voucher = await rowOf(context.db, voucherId)
  if (amount > voucher.balance) {
    const named = { code: writtenCode(voucher.code), balance: await balanceText(context, voucher) }
    throw new AppError('conflict', 'voucherUsedAlready', named)
  }
  await enter(context, voucherId, 'returned', -amount, { documentId })
}

/** €30.00, or 7 of them. */
const balanceText = ({ db }: Pick<CommandContext, 'db'>, { kind, balance }: Pick<VoucherRow, 'kind' | 'balance'>) =>
  kind === 'package' ? Promise.resolve(String(balance / 1000)) : amountText(db, balance)
