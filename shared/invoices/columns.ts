import { guardText } from '../csv/guard.ts'
import { decimalText, shortText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import { remembering } from '../remember.ts'
import type { Line } from './line.ts'
import type { Buyer, Document } from './model.ts'

type Own = 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'title' | 'currency' | 'net' | 'tax' | 'gross' | 'settled' | 'open'
/** As it stands in the books: what a credit note takes back is negative. */
export type ExportedDocument = Readonly<Pick<Document, Own> & { buyer: Buyer }>
type Itself = 'name' | 'quantity' | 'unit' | 'price' | 'taxCategory' | 'basisPoints' | 'amount' | 'tax'
type OfDocument = 'kind' | 'number' | 'issuedOn' | 'currency'
export type ExportedHead = Readonly<Pick<Document, OfDocument> & { buyer: string }>
/** `net` has its part of the document's discount taken off, as its tax has. */
export type ExportedLine = Readonly<Pick<Line, Itself> & { net: number }>

export type KindName = (kind: Document['kind']) => string
/** `header` is a text under `documents.columns` in the locale files. */
type Column<T> = Readonly<{ header: string; value(row: T, kindName: KindName): string }>
type LineColumn = Readonly<{ header: string; ofLine(line: ExportedLine, head: ExportedHead): string }>

/** Prices come again and again, and with them all that is worked out of them. */
const moneyIn = remembering((currency: string) => {
  const decimals = decimalsOf(currency)
  return remembering((amount: number) => decimalText(amount, decimals))
})
const quantityText = remembering((quantity: number) => shortText(quantity, 3))
const rateText = remembering((basisPoints: number) => shortText(basisPoints, 2))

const sums = (['net', 'tax', 'gross', 'settled', 'open'] as const).map(header => ({
  header,
  value: (document: ExportedDocument) => moneyIn(document.currency)(document[header]),
}))

export const documentColumns: readonly Column<ExportedDocument>[] = [
  { header: 'number', value: ({ number }) => guardText(number ?? '') },
  { header: 'kind', value: ({ kind }, kindName) => kindName(kind) },
  { header: 'issuedOn', value: ({ issuedOn }) => issuedOn ?? '' },
  { header: 'dueOn', value: ({ dueOn }) => dueOn ?? '' },
  { header: 'buyer', value: ({ buyer }) => guardText(buyer.name) },
  { header: 'vatId', value: ({ buyer }) => guardText(buyer.vatId) },
  { header: 'country', value: ({ buyer }) => guardText(buyer.address.country) },
  { header: 'title', value: ({ title }) => guardText(title) },
  { header: 'currency', value: ({ currency }) => currency },
  ...sums,
]

/** What has a `value` is the document's, the same for all its lines. */
export const lineColumns: readonly (Column<ExportedHead> | LineColumn)[] = [
  { header: 'number', value: ({ number }) => guardText(number ?? '') },
  { header: 'kind', value: ({ kind }, kindName) => kindName(kind) },
  { header: 'issuedOn', value: ({ issuedOn }) => issuedOn ?? '' },
  { header: 'buyer', value: ({ buyer }) => guardText(buyer) },
  { header: 'item', ofLine: ({ name }) => guardText(name) },
  { header: 'quantity', ofLine: ({ quantity }) => quantityText(quantity) },
  { header: 'unit', ofLine: ({ unit }) => unit },
  { header: 'price', ofLine: ({ price }, head) => moneyIn(head.currency)(price) },
  { header: 'amount', ofLine: ({ amount }, head) => moneyIn(head.currency)(amount) },
  { header: 'taxCategory', ofLine: ({ taxCategory }) => taxCategory },
  { header: 'taxRate', ofLine: ({ basisPoints }) => rateText(basisPoints) },
  { header: 'net', ofLine: ({ net }, head) => moneyIn(head.currency)(net) },
  { header: 'tax', ofLine: ({ tax }, head) => moneyIn(head.currency)(tax) },
  { header: 'currency', value: ({ currency }) => currency },
]
