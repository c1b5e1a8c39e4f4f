import type { z } from 'zod'
import type { CashEntry, CashKind, NewCashEntry } from '../../shared/cashbook/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import type { CommandContext } from '../handlers.ts'
import { amountText } from '../payments/tell.ts'
import { todayOf } from '../settings/today.ts'
import * as queries from './queries.ts'

type Entry = Readonly<{ day: string; kind: CashKind; amount: number; paymentId: number | null; note: string }>

/** The next line of the book: its balance goes on from that of the one before. */
export async function write({ db, now, session }: CommandContext, entry: Entry): Promise<CashEntry> {
  const before = await queries.last(db).executeTakeFirst()
  const balance = (before?.balance ?? 0) + entry.amount
  if (balance < 0) throw new AppError('conflict', 'drawerTooEmpty')
  return queries.insert(db, { ...entry, balance, at: now().toISOString(), user: session.user }).executeTakeFirstOrThrow()
}

/** The book goes on day by day: what has been closed, or left behind by a later entry, gets no line any more. */
export async function refuseClosed(db: Db, day: string) {
  const closing = await queries.lastClosing(db).executeTakeFirst()
  if (closing && closing.day >= day) throw new AppError('conflict', 'drawerClosed', { day: closing.day })
  const last = await queries.last(db).executeTakeFirst()
  if (last && last.day > day) throw new AppError('conflict', 'drawerGoneOn', { day: last.day })
}

/** What a payment in cash brings, or takes: the tip stands on a line of its own. */
export async function enterPayment(context: CommandContext, payment: { paymentId: number; day: string; amount: number; tip: number }) {
  const { paymentId, day, amount, tip } = payment
  await refuseClosed(context.db, day)
  if (amount !== 0) await write(context, { day, kind: 'payment', amount, paymentId, note: '' })
  if (tip !== 0) await write(context, { day, kind: 'tip', amount: tip, paymentId, note: '' })
}

export async function enter({ kind, amount, note }: z.output<typeof NewCashEntry>, context: CommandContext) {
  const { db, now, describe } = context
  const day = await todayOf(db, now())
  await refuseClosed(db, day)
  const entry = await write(context, { day, kind, amount: kind === 'paidIn' ? amount : -amount, paymentId: null, note })
  describe(kind === 'paidIn' ? 'cashPaidIn' : 'cashPaidOut', { amount: await amountText(db, amount), note })
  return entry
}
