import type { CommandContext } from '../handlers.ts'
import * as queries from './queries.ts'
import type { DocumentRow, LineRow } from './rows.ts'

/** What is counted leaves the shelf with an invoice, and is back on it with a credit note. */
export async function moveStock({ db, now, session }: CommandContext, { id, kind }: DocumentRow, lines: readonly LineRow[]) {
  if (kind !== 'invoice' && kind !== 'creditNote') return
  const sold = lines.flatMap(({ productId, quantity }) => (productId === null ? [] : [{ productId, quantity }]))
  if (sold.length === 0) return
  const counted = new Set(
    (
      await queries
        .stocked(
          db,
          sold.map(({ productId }) => productId),
        )
        .execute()
    ).map(({ id }) => id),
  )
  const movements = sold
    .filter(({ productId, quantity }) => counted.has(productId) && quantity !== 0)
    .map(({ productId, quantity }) => ({
      ...{ productId, quantity: -quantity, reason: quantity > 0 ? ('sale' as const) : ('return' as const), documentId: id },
      ...{ at: now().toISOString(), note: '', user: session.user },
    }))
  if (movements.length > 0) await queries.insertMovements(db, movements).execute()
}
