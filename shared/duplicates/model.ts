import { z } from 'zod'
import { ContactLine } from '../contacts/model.ts'

/** One thing that speaks for or against: a text under `duplicates` in the locale files, with the values that it is about. */
export const Reason = z.strictObject({ reason: z.string(), params: z.record(z.string(), z.string()) })
export type Reason = Readonly<z.infer<typeof Reason>>

/** `probability` is null where the base says too little to put a number to it; `certain` is beyond doubt, whatever the number. */
const judgement = { probability: z.number().nullable(), certain: z.boolean() }

export const Match = z.strictObject({ contact: ContactLine, ...judgement, reasons: z.array(Reason) })
export type Match = Readonly<z.infer<typeof Match>>

export const DuplicatePair = z.strictObject({ a: z.int(), b: z.int(), ...judgement, reasons: z.array(Reason) })
export type DuplicatePair = Readonly<z.infer<typeof DuplicatePair>>

export const DuplicateGroup = z.strictObject({
  id: z.int(),
  /** The first of them, where there are very many; `size` counts all. */
  contacts: z.array(ContactLine),
  size: z.int(),
  ...judgement,
  pairs: z.array(DuplicatePair),
})
export type DuplicateGroup = Readonly<z.infer<typeof DuplicateGroup>>
