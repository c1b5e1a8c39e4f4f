import type { Generated, GeneratedAlways } from 'kysely'
import type { lineKinds, Unit } from '../../shared/invoices/line.ts'
import type { DocumentKind } from '../../shared/invoices/model.ts'
import type { Pricing } from '../../shared/invoices/totals.ts'
import type { Language } from '../../shared/settings/model.ts'
import type { Charging, Mode } from '../../shared/subscriptions/model.ts'
import type { TaxCategory } from '../../shared/taxes/model.ts'

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

export type DocumentsSchema = {
  document: DocumentTable
  documentLine: DocumentLineTable
  documentTax: DocumentTaxTable
  documentSearch: DocumentSearchTable
  subscription: SubscriptionTable
  subscriptionPeriod: SubscriptionPeriodTable
}
