import { guardText } from '../csv/guard.ts'
import { decimalText, shortText } from '../einvoice/decimal.ts'
import type { Service } from './model.ts'
import type { Product } from './product.ts'

/** `header` is a text under `catalogueColumns` in the locale files, by which an import knows the column again. */
type Column<T> = Readonly<{ header: string; value(item: T, words: Words): string }>
type Words = Readonly<{ decimals: number; rateName(id: number | null): string; pricing(pricing: 'gross' | 'net'): string }>

type Priced = Readonly<{ price: number | null; pricing: 'gross' | 'net'; taxRateId: number | null }>
const priceColumns: readonly Column<Priced>[] = [
  { header: 'price', value: ({ price }, { decimals }) => (price === null ? '' : decimalText(price, decimals)) },
  { header: 'pricing', value: (item, words) => words.pricing(item.pricing) },
  { header: 'taxRate', value: (item, words) => guardText(words.rateName(item.taxRateId)) },
]

export const productColumns: readonly Column<Product>[] = [
  { header: 'sku', value: ({ sku }) => guardText(sku) },
  { header: 'name', value: ({ name }) => guardText(name) },
  { header: 'category', value: ({ category }) => guardText(category) },
  { header: 'barcode', value: ({ barcode }) => guardText(barcode) },
  { header: 'unit', value: ({ unit }) => unit },
  ...priceColumns,
  { header: 'cost', value: ({ cost }, { decimals }) => (cost === null ? '' : decimalText(cost, decimals)) },
  { header: 'stock', value: ({ stock }) => (stock === null ? '' : shortText(stock, 3)) },
  { header: 'note', value: ({ note }) => guardText(note) },
]

export const serviceColumns: readonly Column<Service>[] = [
  { header: 'name', value: ({ name }) => guardText(name) },
  { header: 'category', value: ({ category }) => guardText(category) },
  { header: 'minutes', value: ({ durationMinutes }) => String(durationMinutes) },
  ...priceColumns,
  { header: 'seats', value: ({ seats }) => String(seats) },
  { header: 'resourceKind', value: ({ resourceKind }) => guardText(resourceKind) },
  { header: 'note', value: ({ note }) => guardText(note) },
]
