import type { z } from 'zod'
import type { CashClosing, Count } from '../../shared/cashbook/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { CommandContext } from '../handlers.ts'
import { amountText } from '../payments/tell.ts'
import { refuseClosed, write } from './enter.ts'
import * as queries from './queries.ts'
import { todayOf } from '../settings/today.ts'

/** Counts the drawer: what is not as the book has it is entered as a difference, and the day, with all before it, is closed. */
export async function close({ day: wanted, counted, note }: z.output<typeof Count>, context: CommandContext): Promise<CashClosing> {
  const { db, now, session, describe } = context
  const today = await todayOf(db, now())
  const day = wanted ?? today
  if (day > today) throw new AppError('invalid', 'dayToCome')
  await refuseClosed(db, day)
  const expected = (await queries.last(db).executeTakeFirst())?.balance ?? 0
  const difference = counted - expected
  if (difference !== 0) await write(context, { day, kind: 'difference', amount: difference, paymentId: null, note })
  describe('drawerClosed', { day, amount: await amountText(db, counted) })
  const row = { day, at: now().toISOString(), expected, counted, difference, note, user: session.user }
  return queries.insertClosing(db, row).executeTakeFirstOrThrow()
}
