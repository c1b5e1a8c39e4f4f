import type { Generated } from 'kysely'
import type { CashKind } from '../../shared/cashbook/model.ts'
import type { PaymentMethod } from '../../shared/payments/model.ts'

export type PaymentTable = {
  id: Generated<number>
  at: string
  day: string
  method: PaymentMethod
  amount: number
  tip: number
  tendered: number | null
  reference: string
  note: string
  contactId: number | null
  refundsId: number | null
  voucherId: number | null
  user: string
}
/** So much of a document is settled: by a payment, or by another document (an invoice by its credit note, and the other way round). */
export type SettlementTable = {
  id: Generated<number>
  documentId: number
  paymentId: number | null
  counterpartId: number | null
  amount: number
  at: string
}
export type CashEntryTable = {
  id: Generated<number>
  at: string
  day: string
  kind: CashKind
  amount: number
  balance: number
  paymentId: number | null
  note: string
  user: string
}
export type CashClosingTable = {
  id: Generated<number>
  day: string
  at: string
  expected: number
  counted: number
  difference: number
  note: string
  user: string
}

export type PaymentsSchema = {
  payment: PaymentTable
  settlement: SettlementTable
  cashEntry: CashEntryTable
  cashClosing: CashClosingTable
}
