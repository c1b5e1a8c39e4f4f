import { z } from 'zod'
import { Amount, BasisPoints, Quantity, SignedAmount } from '../money.ts'
import { taxCategories } from '../taxes/model.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/** Why it is given, as the paper says it; left out where somebody typed it in. */
const reason = text(80).optional()

/** Off a line or off the whole: a part of it, or a sum. */
export const Discount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints: BasisPoints, reason }),
  z.strictObject({ kind: z.literal('amount'), amount: Amount, reason }),
])
export type Discount = Readonly<z.infer<typeof Discount>>

/**
 * The units that shops use, by their codes of UN/ECE recommendation 20: piece (one), hour, minute, day, month, kilogram, gram,
 * litre, millilitre, metre, square metre, set, package.
 */
export const units = ['C62', 'HUR', 'MIN', 'DAY', 'MON', 'KGM', 'GRM', 'LTR', 'MLT', 'MTR', 'MTK', 'SET', 'XPP'] as const
export type Unit = (typeof units)[number]

/**
 * A deposit that was invoiced before is taken off as a line of its own, so that its tax is taken off with it. A gift card (voucher)
 * and a package are sold; a redemption is what is done for a package, which was paid and taxed with it.
 */
export const lineKinds = ['service', 'product', 'free', 'deposit', 'voucher', 'package', 'redemption'] as const

const fields = {
  kind: z.enum(lineKinds),
  /** What of the catalogue it is, by its kind; of a deposit the invoice that it was paid with; of a redemption the package that was bought; of a gift card the one that is topped up, where it is no new one. */
  itemId: id.nullable(),
  staffId: id.nullable(),
  name: text(200).min(1, { error: 'required' }),
  description: text(2000),
  quantity: Quantity,
  unit: z.enum(units),
  /** For one unit, with or without tax as the document says. */
  price: SignedAmount,
  discount: Discount.nullable(),
  taxRateId: id,
}

export const DraftLine = z.strictObject({
  ...fields,
  kind: fields.kind.default('free'),
  itemId: fields.itemId.default(null),
  staffId: fields.staffId.default(null),
  description: fields.description.default(''),
  quantity: fields.quantity.default(1000),
  unit: fields.unit.default('C62'),
  discount: fields.discount.default(null),
})
export type DraftLine = Readonly<z.infer<typeof DraftLine>>

/** `amount` is what the line comes to as the document counts, its discount taken off; the net parts add up to the document's, and so do the taxes. */
export const Line = z.strictObject(fields).extend({
  id: z.int(),
  taxCategory: z.enum(taxCategories),
  basisPoints: BasisPoints,
  taxReason: z.string(),
  taxReasonCode: z.string(),
  amount: SignedAmount,
  net: SignedAmount,
  tax: SignedAmount,
  /** Of a credit note: the line that it takes back. */
  creditsLineId: z.int().nullable(),
})
export type Line = Readonly<z.infer<typeof Line>>
