import { z } from 'zod'
import type { Cell } from '../model.ts'

export const boundKinds = ['atLeast', 'atMost', 'between'] as const

/** A condition on a figure of each row, in the unit of its column: the smallest of the currency, thousandths, hundredths of a percent. */
export const BuiltBound = z
  .strictObject({
    measure: z.string().max(40),
    is: z.enum(boundKinds),
    value: z.int(),
    /** The end of a range, which belongs to it. */
    to: z.int().nullable().default(null),
  })
  .refine(({ is, to }) => (is === 'between') === (to !== null), { error: 'required', path: ['to'] })
  .refine(({ value, to }) => to === null || value <= to, { error: 'rangeTurned', path: ['to'] })
export type BuiltBound = Readonly<z.infer<typeof BuiltBound>>

/** What cannot be told, such as a share of nothing, meets no condition. */
export function meets({ is, value, to }: Pick<BuiltBound, 'is' | 'value' | 'to'>, cell: Cell) {
  if (typeof cell !== 'number') return false
  if (is === 'atMost') return cell <= value
  return cell >= value && (to === null || cell <= to)
}
