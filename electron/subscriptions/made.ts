import type { MadePeriod } from '../../shared/subscriptions/model.ts'
import type { Context } from '../handlers.ts'
import { toListed } from '../invoices/rows.ts'
import { shopOf } from '../invoices/shop.ts'
import * as queries from './queries.ts'
import { rowOf } from './rows.ts'

const atMost = 500

/** What was made, each with how it stands now. */
export async function madeOf({ id }: { id: number }, { db, now }: Context): Promise<MadePeriod[]> {
  await rowOf(db, id)
  const periods = await queries.periods(db, id, atMost).execute()
  if (periods.length === 0) return []
  const { today } = await shopOf(db, now())
  const rows = await queries
    .documentsOf(
      db,
      periods.map(period => period.id),
    )
    .execute()
  const documents = new Map(rows.map(row => [row.subscriptionPeriodId, toListed(row, today)]))
  return periods.map(({ id, firstDay, lastDay, dueOn, madeAt }) => ({
    firstDay,
    lastDay,
    dueOn,
    madeAt,
    document: documents.get(id) ?? null,
  }))
}
