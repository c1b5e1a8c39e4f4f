import { guardText } from '../csv/guard.ts'
import { decimalText, shortText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import type { Line } from './line.ts'
import type { Buyer, Document } from './model.ts'

type Own = 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'title' | 'currency' | 'net' | 'tax' | 'gross' | 'settled' | 'open'
/** As it stands in the books: what a credit note takes back is negative. */
export type ExportedDocument = Readonly<Pick<Document, Own> & { buyer: Buyer }>
type Itself = 'name' | 'quantity' | 'unit' | 'price' | 'taxCategory' | 'basisPoints' | 'amount' | 'tax'
type OfDocument = 'kind' | 'number' | 'issuedOn' | 'currency'
export type ExportedHead = Readonly<Pick<Document, OfDocument> & { buyer: string }>
/** `net` has its part of the document's discount taken off, as its tax has. */
export type ExportedLine = Readonly<{ head: ExportedHead; line: Readonly<Pick<Line, Itself> & { net: number }> }>

type KindName = (kind: Document['kind']) => string
/** `header` is a text under `documents.columns` in the locale files. */
type Column<T> = Readonly<{ header: string; value(row: T, kindName: KindName): string }>

const money = (amount: number, { currency }: Pick<Document, 'currency'>) => decimalText(amount, decimalsOf(currency))

const sums = (['net', 'tax', 'gross', 'settled', 'open'] as const).map(header => ({
  header,
  value: (document: ExportedDocument) => money(document[header], document),
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

export const lineColumns: readonly Column<ExportedLine>[] = [
  { header: 'number', value: ({ head }) => guardText(head.number ?? '') },
  { header: 'kind', value: ({ head }, kindName) => kindName(head.kind) },
  { header: 'issuedOn', value: ({ head }) => head.issuedOn ?? '' },
  { header: 'buyer', value: ({ head }) => guardText(head.buyer) },
  { header: 'item', value: ({ line }) => guardText(line.name) },
  { header: 'quantity', value: ({ line }) => shortText(line.quantity, 3) },
  { header: 'unit', value: ({ line }) => line.unit },
  { header: 'price', value: ({ line, head }) => money(line.price, head) },
  { header: 'amount', value: ({ line, head }) => money(line.amount, head) },
  { header: 'taxCategory', value: ({ line }) => line.taxCategory },
  { header: 'taxRate', value: ({ line }) => shortText(line.basisPoints, 2) },
  { header: 'net', value: ({ line, head }) => money(line.net, head) },
  { header: 'tax', value: ({ line, head }) => money(line.tax, head) },
  { header: 'currency', value: ({ head }) => head.currency },
]
