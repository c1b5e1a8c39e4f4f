import { Buyer, Seller, type Document } from '../../shared/invoices/model.ts'
import { AppError } from '../../shared/errors.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import { buyerOf } from './buyer.ts'
import * as queries from './queries.ts'
import { toDocument, type DocumentRow, type LineRow } from './rows.ts'
import { invoicingOf } from './settings.ts'

/** A document as it stands: what was issued as it was then, a draft with what the shop and the card say now. `today` is the shop's day. */
export async function documentOf(db: Db, id: number, today: string): Promise<Document> {
  const row = await rowOf(db, id)
  return asDocument(db, row, await queries.linesOf(db, [id]).execute(), today)
}

export async function rowOf(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'documentGone')
  return row
}

export async function asDocument(db: Db, row: DocumentRow & { isInvoiced: number }, lines: readonly LineRow[], today: string) {
  const buyer = row.buyer === null ? await buyerOf(db, row.contactId) : Buyer.parse(JSON.parse(row.buyer))
  return toDocument(row, lines, { today, buyer, seller: await sellerOf(db, row), credits: await creditedBy(db, row) })
}

async function sellerOf(db: Db, row: DocumentRow): Promise<Seller> {
  return row.seller === null ? sellerNow(db) : Seller.parse(JSON.parse(row.seller))
}

export async function sellerNow(db: Db): Promise<Seller> {
  const [{ businessName }, { seller }] = [await settingsOf(db), await invoicingOf(db)]
  return { ...seller, name: businessName }
}

async function creditedBy(db: Db, { kind, sourceId }: DocumentRow): Promise<Document['credits']> {
  if (kind !== 'creditNote' || sourceId === null) return null
  const { id, number, issuedOn } = await rowOf(db, sourceId)
  return { id, number: number!, issuedOn: issuedOn! }
}

/** Those that are drafts still: what was issued is final. */
export async function draftRow(db: Db, id: number) {
  const row = await rowOf(db, id)
  if (row.issuedAt !== null) throw new AppError('conflict', 'documentFinal', { number: row.number! })
  return row
}
