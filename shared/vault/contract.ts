import { z } from 'zod'
import { Passphrase } from '../backups/model.ts'
import { command, job, query } from '../call.ts'
import { FileToken } from '../files/model.ts'
import { VaultState } from './model.ts'

/** One that was set already may be short, for all that is known. */
const Given = z.string().min(1).max(200)

export const vaultContract = {
  'vault.state': query('backups', z.strictObject({}), VaultState),
  /** Opens an encrypted shop; Regulars then begins anew. */
  'vault.unlock': job('backups', z.strictObject({ passphrase: Given }), z.null()),
  /** Encrypts the database, or gives it another passphrase. Regulars is closed meanwhile and begins anew: the end of the job is not yet that of the change. */
  'vault.encrypt': job('backups', z.strictObject({ passphrase: Passphrase, current: Given.optional() }), z.null()),
  /** The database is as readable as any other file from then on. */
  'vault.decrypt': job('backups', z.strictObject({ current: Given }), z.null()),
  /** Whether the system keeps the key for the user who is logged in. */
  'vault.keep': command('backups', z.strictObject({ isKept: z.boolean() }), z.null()),
  /** Removes the backups that can be read without a passphrase, once there is one that cannot. */
  'vault.removeReadable': job('backups', z.strictObject({}), z.strictObject({ removed: z.int() })),
  /** A page to print and lock away. */
  'vault.sheet': job('backups', z.strictObject({ passphrase: Given, out: FileToken }), z.strictObject({ pages: z.int() })),
}
