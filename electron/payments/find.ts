import type { InferResult } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import type { Payment } from '../../shared/payments/model.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

export type PaymentRow = InferResult<ReturnType<typeof queries.byId>>[number]

export async function rowOf(db: Db, id: number): Promise<PaymentRow> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'paymentGone')
  return row
}

export const paymentOf = async (db: Db, id: number) => (await withSettlements(db, [await rowOf(db, id)]))[0]!

export async function withSettlements(db: Db, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const ids = rows.map(({ id }) => id)
  const all = ids.length > 0 ? await queries.settlementsOf(db, ids).execute() : []
  const settlements = groupedBy(all, ({ paymentId }) => paymentId)
  const names = await namesOf(
    db,
    rows.flatMap(({ contactId }) => contactId ?? []),
  )
  return rows.map(row => ({
    ...row,
    contactName: names.get(row.contactId ?? 0) ?? '',
    // What a payment settles has been issued.
    settlements: (settlements.get(row.id) ?? []).map(({ documentId, amount, number }) => ({ documentId, amount, number: number! })),
  }))
}
