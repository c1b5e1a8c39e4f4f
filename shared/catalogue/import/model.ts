import { z } from 'zod'
import { FileToken } from '../../files/model.ts'
import { delimiters, encodings, ImportProblem } from '../../imports/model.ts'

/** What a column of a list of products can mean; a price without a word about tax counts as the shop's prices do. */
export const productFields = [
  'name',
  'category',
  'sku',
  'barcode',
  'unit',
  'price',
  'grossPrice',
  'netPrice',
  'pricing',
  'taxRate',
  'cost',
  'stock',
  'note',
] as const
export type ProductField = (typeof productFields)[number]
export const ProductColumn = z.strictObject({ header: z.string(), field: z.enum(productFields).nullable() })
export type ProductColumn = Readonly<z.infer<typeof ProductColumn>>

/** How a list of products is read. What is left out is guessed. */
export const ProductFile = z.strictObject({
  file: FileToken,
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** The meaning of each column, in the file's order; null leaves a column out. */
  fields: z.array(z.enum(productFields).nullable()).max(2000, { error: 'tooMany' }).optional(),
  /** Whether what the file says is there is entered as counted. Entries of the stock stay, so such an import is not taken back. */
  counts: z.boolean().default(false),
})
export type ProductFile = Readonly<z.infer<typeof ProductFile>>

export const productOutcomes = ['created', 'changed', 'unchanged', 'rejected'] as const
export type ProductOutcome = (typeof productOutcomes)[number]
const counts = { created: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int(), counted: z.int() }

export const PlannedProduct = z.strictObject({
  /** Of the file, counted from 1. */
  line: z.int(),
  outcome: z.enum(productOutcomes),
  name: z.string(),
  /** What changes, in the figures of the shop. */
  changes: z.array(z.strictObject({ field: z.enum(productFields), from: z.string(), to: z.string() })),
  /** What is wrong with it: such a row does not come in. */
  problems: z.array(ImportProblem),
})
export type PlannedProduct = Readonly<z.infer<typeof PlannedProduct>>

export const ProductPreview = z.strictObject({
  name: z.string(),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  columns: z.array(ProductColumn),
  ...counts,
  /** Those that do something, or do not come in; not more than are looked through. */
  rows: z.array(PlannedProduct),
})
export type ProductPreview = Readonly<z.infer<typeof ProductPreview>>
export const ProductImportResult = z.strictObject({ ...counts, rows: z.array(PlannedProduct) })
