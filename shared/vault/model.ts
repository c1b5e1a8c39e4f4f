import { z } from 'zod'
import { KnownFailure } from '../backups/model.ts'

/** Whether the database on the disk can be read by whoever has the disk. */
export const VaultState = z.strictObject({
  isEncrypted: z.boolean(),
  /** The system opens it for the user who is logged in: nobody is asked at a start. */
  isKept: z.boolean(),
  /** Whether this system keeps secrets for programs. */
  canBeKept: z.boolean(),
  /** Backups that can be read without a passphrase, of an encrypted shop: those from before. */
  readable: z.int(),
  /** What kept the last change from being made. */
  failure: KnownFailure.nullable(),
})
export type VaultState = Readonly<z.infer<typeof VaultState>>

/** The wrong passphrases since the last right one. */
export const Attempts = z.object({ count: z.int(), lastAt: z.string().nullable() })
export type Attempts = Readonly<z.infer<typeof Attempts>>
