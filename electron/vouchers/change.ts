import type { z } from 'zod'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import { writtenCode } from '../../shared/vouchers/code.ts'
import type { vouchersContract } from '../../shared/vouchers/contract.ts'
import type { Voucher, VoucherChange } from '../../shared/vouchers/model.ts'
import { isExpired } from '../../shared/vouchers/rules.ts'
import { todayOf } from '../settings/today.ts'
import { find } from '../contacts/find.ts'
import type { CommandContext } from '../handlers.ts'
import { rowOf, voucherOf, type VoucherRow } from './find.ts'
import { enter } from './ledger.ts'
import * as queries from './queries.ts'
import { searchOf } from './sale.ts'

type Input<Name extends keyof typeof vouchersContract> = z.output<(typeof vouchersContract)[Name]['input']>

/** What is left out stays as it is. */
export async function change({ id, ...changes }: VoucherChange, context: CommandContext): Promise<Voucher> {
  const { db, now, describe } = context
  const before = await rowOf(db, id)
  const today = await todayOf(db, now())
  const { holder, contactId, expiresOn } = { ...before, ...changes }
  const owner = contactId === null ? null : await find(db, contactId)
  const next = { holder, contactId: owner?.id ?? null, expiresOn }
  const isSame = (['holder', 'contactId', 'expiresOn'] as const).every(column => before[column] === next[column])
  if (!isSame) {
    const search = searchOf({ ...before, holder, owner: owner ? displayName(owner) : '' })
    await queries.update(db, id, { ...next, search, changedAt: now().toISOString() }).execute()
    if (!isExpired(expiresOn, today)) await reinstate(context, before)
  }
  describe('voucherChanged', { code: writtenCode(before.code) }, next.contactId ?? undefined)
  return voucherOf(db, id, today)
}

/** What was written off is owed again once it is taken for longer. */
async function reinstate(context: CommandContext, { id }: VoucherRow) {
  const { amount } = await queries.sumOf(context.db, id, ['expired', 'reinstated']).executeTakeFirstOrThrow()
  if (amount < 0) await enter(context, id, 'reinstated', -amount)
}

export async function block({ id, blocked }: Input<'vouchers.block'>, { db, now, describe }: CommandContext): Promise<Voucher> {
  const { blockedAt, code, contactId } = await rowOf(db, id)
  const at = now().toISOString()
  if ((blockedAt !== null) !== blocked) await queries.update(db, id, { blockedAt: blocked ? at : null, changedAt: at }).execute()
  describe(blocked ? 'voucherBlocked' : 'voucherUnblocked', { code: writtenCode(code) }, contactId ?? undefined)
  return voucherOf(db, id, await todayOf(db, now()))
}

/** Somebody says so: what a clock alone has decided, a wrong clock would have decided wrongly for ever. */
export async function writeOff({ id }: Input<'vouchers.writeOff'>, context: CommandContext) {
  const { db, now, describe } = context
  const all = await queries.expired(db, await todayOf(db, now())).execute()
  const wanted = id === null ? all : all.filter(voucher => voucher.id === id)
  if (wanted.length === 0) throw new AppError('conflict', 'nothingExpired')
  for (const voucher of wanted) await enter(context, voucher.id, 'expired', -voucher.balance)
  const [only] = wanted.length === 1 ? [await rowOf(db, wanted[0]!.id)] : []
  describe(only ? 'voucherWrittenOff' : 'vouchersWrittenOff', only ? { code: writtenCode(only.code) } : { count: wanted.length })
  return { vouchers: wanted.length }
}
