import { z } from 'zod'
import { wholeInBasisPoints } from '../money.ts'
import { CalendarDate } from '../time.ts'

const id = z.int().positive({ error: 'required' })

/** Of what: of all services or products, of what carries the name of a category, or of one thing. */
export const CommissionScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('services') }),
  z.strictObject({ kind: z.literal('products') }),
  z.strictObject({ kind: z.literal('category'), category: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'tooLong' }) }),
  z.strictObject({ kind: z.literal('service'), serviceId: id }),
  z.strictObject({ kind: z.literal('product'), productId: id }),
])
export type CommissionScope = Readonly<z.infer<typeof CommissionScope>>
export const scopeKinds = ['services', 'products', 'category', 'service', 'product'] as const satisfies readonly CommissionScope['kind'][]

export const NewCommissionRule = z.strictObject({
  /** null: for everybody who has none of their own. */
  staffId: id.nullable(),
  scope: CommissionScope,
  /** Of net revenue; nothing is a part as well. A form that says none has less than that. */
  basisPoints: z.int().min(0, { error: 'required' }).max(wholeInBasisPoints),
  /** Until another rule for the same begins. */
  validFrom: CalendarDate,
})
export type NewCommissionRule = Readonly<z.infer<typeof NewCommissionRule>>
export const CommissionRule = NewCommissionRule.extend({ id: z.int() })
export type CommissionRule = Readonly<z.infer<typeof CommissionRule>>
