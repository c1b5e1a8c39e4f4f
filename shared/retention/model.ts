import { z } from 'zod'
import { Instant } from '../time.ts'

const months = (least: number) => z.int().min(least).max(240).nullable()

/** After how many months the history and the trash are forgotten; null keeps them for ever. Nobody loses a quarter's way back. */
export const Retention = z.strictObject({ historyMonths: months(3), trashMonths: months(1) })
export type Retention = Readonly<z.infer<typeof Retention>>
export const defaultRetention: Retention = { historyMonths: null, trashMonths: null }

/** What lies there and what it takes. */
export const RetentionState = z.strictObject({
  settings: Retention,
  history: z.strictObject({
    operations: z.int(),
    bytes: z.int(),
    since: Instant.nullable(),
    /** What is older was forgotten. */
    forgottenBefore: Instant.nullable(),
  }),
  trash: z.strictObject({ contacts: z.int(), entries: z.int(), files: z.int(), bytes: z.int() }),
})
export type RetentionState = Readonly<z.infer<typeof RetentionState>>

export const Deleted = z.strictObject({
  contacts: z.int(),
  entries: z.int(),
  files: z.int(),
  /** Those whom the books still need. */
  kept: z.int(),
})
export type Deleted = z.infer<typeof Deleted>
