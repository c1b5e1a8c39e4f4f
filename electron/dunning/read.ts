import type { InferResult } from 'kysely'
import type { Reminder } from '../../shared/dunning/model.ts'
import { AppError } from '../../shared/errors.ts'
import { groupedBy } from '../../shared/group.ts'
import { Buyer, Seller } from '../../shared/invoices/model.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../handlers.ts'
import { rowOf } from '../invoices/find.ts'
import { pauseIn } from './items.ts'
import * as queries from './queries.ts'
import { aroundOf, nextOf } from './standing.ts'

type Row = InferResult<ReturnType<typeof queries.byIds>>[number]

/** In the order in which they were sent. */
export async function remindersOf(db: Db, ids: readonly number[]) {
  const found = await withItems(db, await queries.byIds(db, ids).execute())
  if (found.length < new Set(ids).size) throw new AppError('notFound', 'reminderGone')
  return found
}

export async function withItems(db: Db, rows: readonly Row[]): Promise<Reminder[]> {
  const all = await queries
    .itemsOf(
      db,
      rows.map(({ id }) => id),
    )
    .execute()
  const items = groupedBy(all, ({ reminderId }) => reminderId)
  return rows.map(row => ({
    ...row,
    recipient: Buyer.parse(JSON.parse(row.recipient)),
    seller: Seller.parse(JSON.parse(row.seller)),
    // What was reminded of had been issued.
    items: (items.get(row.id) ?? []).map(({ reminderId: _id, number, issuedOn, ...item }) => ({
      ...item,
      number: number!,
      issuedOn: issuedOn!,
    })),
  }))
}

/** What was sent because of a document, and what comes next; nothing where nothing is open. */
export async function ofDocument({ documentId }: { documentId: number }, context: Context) {
  const { db } = context
  await rowOf(db, documentId)
  const around = await aroundOf(context)
  const reminders = await withItems(db, await queries.ofDocument(db, documentId).execute())
  const [standing] = await queries.standingsOf(db, around.currency, [documentId]).execute()
  if (!standing) return { reminders, pause: null, isStopped: false, next: null }
  return { reminders, pause: pauseIn(standing, around), isStopped: standing.stopId !== null, next: nextOf(standing, around) }
}
