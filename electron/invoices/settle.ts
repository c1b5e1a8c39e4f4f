import type { Db } from '../db/schema.ts'
import { rowOf } from './find.ts'
import * as queries from './queries.ts'

/** An invoice and its credit note settle each other, as far as the invoice is still open. */
export async function settleBoth(db: Db, invoiceId: number, noteId: number, now: Date) {
  const [invoice, note] = [await rowOf(db, invoiceId), await rowOf(db, noteId)]
  const amount = Math.min(Math.max(0, invoice.open), -note.open)
  if (amount <= 0) return
  const at = now.toISOString()
  await queries
    .insertSettlements(db, [
      { documentId: invoiceId, counterpartId: noteId, paymentId: null, amount, at },
      { documentId: noteId, counterpartId: invoiceId, paymentId: null, amount: -amount, at },
    ])
    .execute()
}
