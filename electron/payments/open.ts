import type { InferResult } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Settled } from '../../shared/payments/rules.ts'
import type { Db } from '../db/schema.ts'
import { insertSettlements } from '../invoices/queries.ts'
import { settingsOf } from '../settings/service.ts'
import * as queries from './queries.ts'

type Row = InferResult<ReturnType<typeof queries.documents>>[number]
export type Payable = Row & { number: string }

/** The documents in the order of their ids' list, each once: never a draft, a quote, or one in another currency. */
export async function payable(db: Db, ids: readonly number[]): Promise<Payable[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const rows = new Map((await queries.documents(db, wanted).execute()).map(row => [row.id, row]))
  const { currency } = await settingsOf(db)
  return wanted.map(id => checked(rows.get(id), currency))
}

function checked(row: Row | undefined, currency: string): Payable {
  if (!row) throw new AppError('notFound', 'documentGone')
  if (row.kind === 'quote') throw new AppError('conflict', 'quoteNotPaid')
  if (row.issuedAt === null || row.number === null) throw new AppError('conflict', 'draftNotPaid')
  if (row.currency !== currency) throw new AppError('conflict', 'otherCurrency', { number: row.number, currency: row.currency })
  return { ...row, number: row.number }
}

export async function writeSettlements(db: Db, paymentId: number, settlements: readonly Settled[], at: string) {
  if (settlements.length === 0) return
  const rows = settlements.map(({ documentId, amount }) => ({ documentId, amount, paymentId, counterpartId: null, at }))
  await insertSettlements(db, rows).execute()
}
