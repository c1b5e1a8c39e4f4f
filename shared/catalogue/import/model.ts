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
/** The same of a list of services. */
export const serviceFields = [
  'name',
  'category',
  'minutes',
  'price',
  'grossPrice',
  'netPrice',
  'pricing',
  'taxRate',
  'seats',
  'resourceKind',
  'note',
] as const
export const listFields = { products: productFields, services: serviceFields } as const
export type ListKind = keyof typeof listFields
const allFields = [...productFields, 'minutes', 'seats', 'resourceKind'] as const
export type ListField = (typeof allFields)[number]
export const ListColumn = z.strictObject({ header: z.string(), field: z.enum(allFields).nullable() })
export type ListColumn = Readonly<z.infer<typeof ListColumn>>

/** How a list of what the shop sells is read. What is left out is guessed. */
export const ListFile = z.strictObject({
  file: FileToken,
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** The meaning of each column, in the file's order; null leaves a column out. */
  fields: z.array(z.enum(allFields).nullable()).max(2000, { error: 'tooMany' }).optional(),
  /** Of products: whether what the file says is there is entered as counted. Entries of the stock stay, so such an import is not taken back. */
  counts: z.boolean().default(false),
})
export type ListFile = Readonly<z.infer<typeof ListFile>>

export const productOutcomes = ['created', 'changed', 'unchanged', 'rejected'] as const
export type ListOutcome = (typeof productOutcomes)[number]
const counts = { created: z.int(), changed: z.int(), unchanged: z.int(), rejected: z.int(), counted: z.int() }

export const PlannedRow = z.strictObject({
  /** Of the file, counted from 1. */
  line: z.int(),
  outcome: z.enum(productOutcomes),
  name: z.string(),
  /** What changes, in the figures of the shop. */
  changes: z.array(z.strictObject({ field: z.enum(allFields), from: z.string(), to: z.string() })),
  /** What is wrong with it: such a row does not come in. */
  problems: z.array(ImportProblem),
})
export type PlannedRow = Readonly<z.infer<typeof PlannedRow>>

export const ListPreview = z.strictObject({
  name: z.string(),
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  columns: z.array(ListColumn),
  ...counts,
  /** Those that do something, or do not come in; not more than are looked through. */
  rows: z.array(PlannedRow),
})
export type ListPreview = Readonly<z.infer<typeof ListPreview>>
export const ListImportResult = z.strictObject({ ...counts, rows: z.array(PlannedRow) })
