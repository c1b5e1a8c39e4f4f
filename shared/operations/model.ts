import { z } from 'zod'
import { Instant } from '../time.ts'

/** What happened, for the history: a text under `history` in the locale files, and what it needs. */
export const Summary = z.strictObject({
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Summary = Readonly<z.infer<typeof Summary>>

export const Operation = z.strictObject({
  id: z.int(),
  at: Instant,
  user: z.string(),
  call: z.string(),
  summary: Summary,
  /** The operation that this one took back. */
  undoes: z.int().nullable(),
  /** The operation that took this one back, and still stands. */
  undoneBy: z.int().nullable(),
  /** The operation from which it followed by itself. */
  follows: z.int().nullable(),
  /** Whether it cannot be taken back. */
  isFinal: z.boolean(),
  /** The contact it is about, where it is about one. */
  contactId: z.int().nullable(),
})
export type Operation = Readonly<z.infer<typeof Operation>>

export const OperationId = z.strictObject({ id: z.int().positive() })
