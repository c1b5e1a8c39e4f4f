import type { cashbookContract } from '../../shared/cashbook/contract.ts'
import type { CashDay } from '../../shared/cashbook/model.ts'
import type { Db } from '../db/schema.ts'
import type { Handlers } from '../handlers.ts'
import { close } from './close.ts'
import { enter } from './enter.ts'
import * as queries from './queries.ts'
import { todayOf } from '../settings/today.ts'

export const cashbookHandlers: Handlers<typeof cashbookContract> = {
  'cashbook.day': async ({ day }, { db, now }) => dayOf(db, day ?? (await todayOf(db, now()))),
  'cashbook.closings': ({ before, limit }, { db }) => queries.closings(db, before, limit).execute(),
  'cashbook.enter': enter,
  'cashbook.close': close,
}

/** `expected` is before what the count has put right. */
async function dayOf(db: Db, day: string): Promise<CashDay> {
  const opening = (await queries.lastBefore(db, day).executeTakeFirst())?.balance ?? 0
  const entries = await queries.ofDay(db, day).execute()
  const moved = entries.filter(({ kind }) => kind !== 'difference').reduce((sum, { amount }) => sum + amount, 0)
  const closing = (await queries.closingOf(db, day).executeTakeFirst()) ?? null
  return { day, opening, entries, expected: opening + moved, closing, takings: await queries.takings(db, day).execute() }
}
