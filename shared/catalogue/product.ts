import { z } from 'zod'
import { units } from '../invoices/line.ts'
import { Amount, Quantity, SignedAmount } from '../money.ts'
import { Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

const fields = {
  name: text(200).min(1, { error: 'required' }),
  category: text(60),
  /** The shop's own number of it, and what the scanner reads: none twice. */
  sku: text(60),
  barcode: text(60),
  unit: z.enum(units),
  /** As it stands on the shelf: with the tax in it or without, as `pricing` says. */
  price: Amount,
  pricing: z.enum(['gross', 'net']),
  /** null: the shop's usual one. */
  taxRateId: id.nullable(),
  /** What it costs the shop, without tax. */
  cost: Amount.nullable(),
  /** Whether it is counted. */
  isStocked: z.boolean(),
  note: text(1000),
}

export const NewProduct = z.strictObject({
  ...fields,
  category: fields.category.default(''),
  sku: fields.sku.default(''),
  barcode: fields.barcode.default(''),
  unit: fields.unit.default('C62'),
  pricing: fields.pricing.default('gross'),
  taxRateId: fields.taxRateId.default(null),
  cost: fields.cost.default(null),
  isStocked: fields.isStocked.default(false),
  note: fields.note.default(''),
})
export type NewProduct = Readonly<z.infer<typeof NewProduct>>
export const ProductChange = z.strictObject(fields).partial().extend({ id })
export type ProductChange = Readonly<z.infer<typeof ProductChange>>
/** `stock` in thousandths of the unit; null where it is not counted. */
export const Product = z.strictObject(fields).extend({ id: z.int(), stock: Quantity.nullable(), archivedAt: Instant.nullable() })
export type Product = Readonly<z.infer<typeof Product>>

export const stockReasons = ['sale', 'return', 'delivery', 'loss', 'count', 'own'] as const
export const NewStockMovement = z.strictObject({
  productId: id,
  reason: z.enum(['delivery', 'loss', 'count', 'own']),
  /** Thousandths: what came or went; of a count what is there. */
  quantity: Quantity,
  note: text(200).default(''),
})
export type NewStockMovement = Readonly<z.infer<typeof NewStockMovement>>
export const StockMovement = z.strictObject({
  id: z.int(),
  productId: z.int(),
  at: Instant,
  reason: z.enum(stockReasons),
  /** What the shelf gains, negative for what leaves it. */
  quantity: Quantity,
  documentId: z.int().nullable(),
  note: z.string(),
  user: z.string(),
})
export type StockMovement = Readonly<z.infer<typeof StockMovement>>

/** What can be sold, found by a few letters or by what the scanner reads. */
export const Sellable = z.strictObject({
  kind: z.enum(['service', 'product']),
  id: z.int(),
  name: z.string(),
  category: z.string(),
  unit: z.enum(units),
  price: SignedAmount,
  pricing: z.enum(['gross', 'net']),
  taxRateId: z.int().nullable(),
  stock: Quantity.nullable(),
})
export type Sellable = Readonly<z.infer<typeof Sellable>>
