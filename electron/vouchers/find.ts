import type { InferResult } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import { readCode } from '../../shared/vouchers/code.ts'
import type { Voucher, VoucherDetail } from '../../shared/vouchers/model.ts'
import { stateOf } from '../../shared/vouchers/rules.ts'
import { clientsOf } from '../appointments/rows.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'

export type VoucherRow = InferResult<ReturnType<typeof queries.byId>>[number]

export async function rowOf(db: Db, id: number): Promise<VoucherRow> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'voucherGone')
  return row
}

export async function voucherOf(db: Db, id: number, today: string): Promise<Voucher> {
  return (await asVouchers(db, [await rowOf(db, id)], today))[0]!
}

/** A slip is told from a code that there never was. */
export async function withCode(db: Db, typed: string, today: string): Promise<Voucher> {
  const code = readCode(typed)
  if (code === null) throw new AppError('invalid', 'voucherCodeWrong')
  const row = await queries.byCode(db, code).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'voucherUnknown')
  return (await asVouchers(db, [row], today))[0]!
}

export async function withEntries(db: Db, id: number, today: string): Promise<VoucherDetail> {
  const entries = await queries.entriesOf(db, id).execute()
  return { ...(await voucherOf(db, id, today)), entries: entries.map(({ voucherId: _voucherId, ...entry }) => entry) }
}

export async function asVouchers(db: Db, rows: readonly VoucherRow[], today: string): Promise<Voucher[]> {
  const clients = await clientsOf(
    db,
    rows.flatMap(({ contactId }) => contactId ?? []),
  )
  return rows.map(row => toVoucher(row, row.contactId === null ? '' : (clients.get(row.contactId)?.name ?? ''), today))
}

function toVoucher(row: VoucherRow, contactName: string, today: string): Voucher {
  const { id, code, kind, name, serviceId, contactId, holder, currency, issued, balance, price } = row
  const { expiresOn, blockedAt, issuedOn, documentId, number, unpaidNumber } = row
  return {
    ...{ id, code, kind, state: stateOf(row, today), name, serviceId, contactId, contactName, holder, currency, issued, balance, price },
    ...{ expiresOn, blockedAt, issuedOn, documentId, unpaidNumber },
    // Sold means issued.
    number: number!,
  }
}
