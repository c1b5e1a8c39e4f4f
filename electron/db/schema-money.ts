import type { Generated, GeneratedAlways } from 'kysely'
import type { CashKind } from '../../shared/cashbook/model.ts'
import type { stockReasons } from '../../shared/catalogue/product.ts'
import type { lineKinds, Unit } from '../../shared/invoices/line.ts'
import type { DunningLevel } from '../../shared/dunning/model.ts'
import type { DocumentKind } from '../../shared/invoices/model.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import type { PaymentMethod } from '../../shared/payments/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { Charging, Mode } from '../../shared/subscriptions/model.ts'
import type { TaxCategory } from '../../shared/taxes/model.ts'
import type { EntryKind, VoucherKind } from '../../shared/vouchers/model.ts'

export type TaxRateTable = {
  id: Generated<number>
  name: string
  category: TaxCategory
  periods: string
  reason: string
  reasonCode: string
  position: number
  archivedAt: string | null
  createdAt: string
}
export type ProductTable = {
  id: Generated<number>
  name: string
  category: string
  sku: string
  barcode: string
  unit: Unit
  price: number
  pricing: Pricing
  taxRateId: number | null
  cost: number | null
  isStocked: number
  note: string
  archivedAt: string | null
  createdAt: string
}
export type StockMovementTable = {
  id: Generated<number>
  productId: number
  at: string
  reason: (typeof stockReasons)[number]
  quantity: number
  documentId: number | null
  note: string
  user: string
}
/** Sums of a credit note are negative. */
export type DocumentTable = {
  id: Generated<number>
  kind: DocumentKind
  contactId: number | null
  appointmentId: number | null
  /** Of an invoice the quote it was made from, of a credit note the invoice. */
  sourceId: number | null
  pricing: Pricing
  language: Language
  currency: string
  discount: string | null
  deliveredFrom: string | null
  deliveredTo: string | null
  paymentDays: number | null
  validUntil: string | null
  title: string
  header: string
  footer: string
  note: string
  /** As it was written for this document, or when it was issued; null in a draft that takes it from the card. */
  buyer: string | null
  /** For the list, of a draft too. */
  buyerName: string
  /** What it is found by: number, name and title, folded. */
  search: string
  /** As it was when the document was issued. */
  seller: string | null
  series: string | null
  sequence: number | null
  number: string | null
  issuedAt: string | null
  issuedOn: string | null
  dueOn: string | null
  groups: string
  discountAmount: number
  discountNet: number
  net: number
  tax: number
  gross: number
  settled: Generated<number>
  open: GeneratedAlways<number>
  previousHash: string | null
  hash: string | null
  decision: 'accepted' | 'declined' | null
  decidedAt: string | null
  user: string
  createdAt: string
  changedAt: string
  /** When which part of it is due; `dueOn` is then the day of the first part that is not settled. */
  instalments: string | null
  /** What of a recurring invoice it was made for. */
  subscriptionPeriodId: number | null
}
export type DocumentLineTable = {
  id: Generated<number>
  documentId: number
  position: number
  kind: (typeof lineKinds)[number]
  serviceId: number | null
  productId: number | null
  depositId: number | null
  packageId: number | null
  voucherId: number | null
  staffId: number | null
  creditsLineId: number | null
  name: string
  description: string
  quantity: number
  unit: Unit
  price: number
  discount: string | null
  taxRateId: number
  taxCategory: TaxCategory
  basisPoints: number
  taxReason: string
  taxReasonCode: string
  amount: number
  net: number
  netOfAll: number
  tax: number
}
/** What was charged, by category and rate; of what was issued only, and not of quotes. */
export type DocumentTaxTable = {
  id: Generated<number>
  documentId: number
  issuedOn: string
  category: TaxCategory
  basisPoints: number
  net: number
  tax: number
}
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

/** A letter that was sent. */
export type ReminderTable = {
  id: Generated<number>
  contactId: number | null
  level: DunningLevel
  at: string
  day: string
  payBy: string
  language: Language
  currency: string
  fee: number
  interest: number
  title: string
  text: string
  recipient: string
  seller: string
  user: string
}
/** What it asked for. */
export type ReminderItemTable = {
  id: Generated<number>
  reminderId: number
  documentId: number
  level: DunningLevel
  dueOn: string
  open: number
  interest: number
}
export type ReminderPauseTable = { id: Generated<number>; documentId: number; until: string; note: string }
export type ReminderStopTable = { id: Generated<number>; contactId: number; at: string }
export type ReminderChargeTable = { id: Generated<number>; reminderId: number; documentId: number }
export type PackageTable = {
  id: Generated<number>
  name: string
  serviceId: number
  units: number
  paidUnits: number
  price: number
  pricing: Pricing
  archivedAt: string | null
  createdAt: string
}
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
/** Words of `search`, and the number without its zeros. Kept by triggers. */
export type DocumentSearchTable = { rowid: number; text: string; documentSearch: string }
export type SubscriptionTable = {
  id: Generated<number>
  contactId: number
  /** What every invoice of it says, as JSON. */
  template: string
  rule: string
  /** From where the rule counts. */
  startsOn: string
  /** The first and the last day of the next period; no last one where it is over. */
  nextFrom: string
  nextUntil: string | null
  /** When its invoice is due to be made; null while it is paused, and where it is over. */
  nextOn: string | null
  endsOn: string | null
  /** How many invoices there will be in all. */
  periods: number | null
  charging: Charging
  mode: Mode
  pausedAt: string | null
  endedAt: string | null
  createdAt: string
  changedAt: string
}
export type SubscriptionPeriodTable = {
  id: Generated<number>
  subscriptionId: number
  dueOn: string
  firstDay: string
  lastDay: string
  madeAt: string
}

export type MoneySchema = {
  taxRate: TaxRateTable
  product: ProductTable
  stockMovement: StockMovementTable
  document: DocumentTable
  documentLine: DocumentLineTable
  documentTax: DocumentTaxTable
  documentSearch: DocumentSearchTable
  subscription: SubscriptionTable
  subscriptionPeriod: SubscriptionPeriodTable
  payment: PaymentTable
  settlement: SettlementTable
  cashEntry: CashEntryTable
  cashClosing: CashClosingTable
  reminder: ReminderTable
  reminderItem: ReminderItemTable
  reminderPause: ReminderPauseTable
  reminderStop: ReminderStopTable
  reminderCharge: ReminderChargeTable
  package: PackageTable
  voucher: VoucherTable
  voucherEntry: VoucherEntryTable
}
