import type { Generated } from 'kysely'
import type { EntryKind, VoucherKind } from '../../shared/vouchers/model.ts'

export type VoucherTable = {
  id: Generated<number>
  code: string
  kind: VoucherKind
  /** Of the sale. */
  lineId: number
  packageId: number | null
  serviceId: number | null
  contactId: number | null
  name: string
  holder: string
  /** What it is found by: its name and its holder's, folded. */
  search: string
  currency: string
  issued: number
  /** Kept by a trigger: always the sum of its entries. */
  balance: Generated<number>
  price: number
  issuedOn: string
  expiresOn: string | null
  blockedAt: string | null
  createdAt: string
  changedAt: string
}
export type VoucherEntryTable = {
  id: Generated<number>
  voucherId: number
  at: string
  day: string
  kind: EntryKind
  amount: number
  documentId: number | null
  paymentId: number | null
  note: string
  user: string
}

export type VouchersSchema = {
  voucher: VoucherTable
  voucherEntry: VoucherEntryTable
}
