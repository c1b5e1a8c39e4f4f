import { guardText } from '../csv/guard.ts'
import { decimalText, shortText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import type { Line } from './line.ts'
import type { Buyer, Document } from './model.ts'

type Own = 'kind' | 'number' | 'issuedOn' | 'dueOn' | 'title' | 'currency' | 'net' | 'tax' | 'gross' | 'settled' | 'open'
/** As it stands in the books: what a credit note takes back is negative. */
export type ExportedDocument = Readonly<Pick<Document, Own> & { buyer: Buyer }>
type Itself = 'name' | 'quantity' | 'unit' | 'price' | 'taxCategory' | 'basisPoints' | 'amount' | 'tax'
/** `net` has its part of the document's discount taken off, as its tax has. */
export type ExportedLine = Readonly<Pick<Line, Itself> & { net: number; document: ExportedDocument }>

type KindName = (kind: Document['kind']) => string
/** `header` is a text under `documents.columns` in the locale files. */
type Column<T> = Readonly<{ header: string; value(row: T, kindName: KindName): string }>

const money = (amount: number, { currency }: ExportedDocument) => decimalText(amount, decimalsOf(currency))

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
  { header: 'number', value: ({ document }) => guardText(document.number ?? '') },
  { header: 'kind', value: ({ document }, kindName) => kindName(document.kind) },
  { header: 'issuedOn', value: ({ document }) => document.issuedOn ?? '' },
  { header: 'buyer', value: ({ document }) => guardText(document.buyer.name) },
  { header: 'item', value: ({ name }) => guardText(name) },
  { header: 'quantity', value: ({ quantity }) => shortText(quantity, 3) },
  { header: 'unit', value: ({ unit }) => unit },
  { header: 'price', value: ({ price, document }) => money(price, document) },
  { header: 'amount', value: ({ amount, document }) => money(amount, document) },
  { header: 'taxCategory', value: ({ taxCategory }) => taxCategory },
  { header: 'taxRate', value: ({ basisPoints }) => shortText(basisPoints, 2) },
  { header: 'net', value: ({ net, document }) => money(net, document) },
  { header: 'tax', value: ({ tax, document }) => money(tax, document) },
  { header: 'currency', value: ({ document }) => document.currency },
]
