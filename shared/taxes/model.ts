import { z } from 'zod'
import { BasisPoints, SignedAmount } from '../money.ts'
import { CalendarDate, Instant } from '../time.ts'

const id = z.int().positive()
const text = (length: number) => z.string().trim().max(length, { error: 'tooLong' })

/**
 * EN 16931's codes of a VAT category (UNCL 5305): standard (also reduced) rate, zero rated, exempt, reverse charge, supply within
 * the EU, export, not subject to VAT.
 */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type TaxCategory = (typeof taxCategories)[number]

/** Of these nothing but nothing is charged, and, but for `Z`, the law wants the reason on the paper. */
export const untaxed: readonly TaxCategory[] = ['Z', 'E', 'AE', 'K', 'G', 'O']
export const needsReason: readonly TaxCategory[] = ['E', 'AE', 'K', 'G', 'O']

const fields = {
  name: text(60).min(1, { error: 'required' }),
  category: z.enum(taxCategories),
  /** What is charged from each of these days on, the earliest first. */
  periods: z
    .array(z.strictObject({ from: CalendarDate, basisPoints: BasisPoints }))
    .min(1)
    .max(50),
  /** Why nothing is charged, as it is printed. */
  reason: text(300),
  /** The same as a code of EN 16931's list VATEX, where there is one. */
  reasonCode: text(40),
}

export const NewTaxRate = z.strictObject({ ...fields, reason: fields.reason.default(''), reasonCode: fields.reasonCode.default('') })
export type NewTaxRate = Readonly<z.infer<typeof NewTaxRate>>
export const TaxRateChange = z.strictObject(fields).partial().extend({ id })
export const TaxRate = z.strictObject(fields).extend({ id: z.int(), archivedAt: Instant.nullable() })
export type TaxRate = Readonly<z.infer<typeof TaxRate>>

/** What was charged of one category and rate in a time; credit notes are taken off. */
export const TaxTotal = z.strictObject({
  category: z.enum(taxCategories),
  basisPoints: BasisPoints,
  documents: z.int(),
  net: SignedAmount,
  tax: SignedAmount,
  gross: SignedAmount,
})
export type TaxTotal = Readonly<z.infer<typeof TaxTotal>>
