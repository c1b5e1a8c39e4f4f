import { z } from 'zod'
import { hasKeychain, sealed, unsealed } from '../secrets.ts'
import { AppError } from '../../shared/errors.ts'
import { keyOf } from '../db/keys.ts'
import { changeNote, vaultNote } from './note.ts'

const Kept = z.object({ salt: z.string(), key: z.string() })

/** The key as the system gives it out; null where it keeps none, or that of an earlier passphrase. */
export function readKept(dataFolder: string, salt: string) {
  const { kept } = vaultNote(dataFolder)
  const open = kept === null ? null : unsealed(kept)
  if (open === null) return null
  const { salt: whose, key } = Kept.parse(JSON.parse(open))
  return whose === salt ? key : null
}

/** From now on the system opens the shop for the user who is logged in, or the passphrase alone does. */
export function keepKey(dataFolder: string, isKept: boolean) {
  if (!isKept) return changeNote(dataFolder, { kept: null })
  const salt = vaultNote(dataFolder).sign?.salt
  const key = salt === undefined ? null : keyOf(salt)
  if (salt === undefined || key === null) throw new AppError('conflict', 'databaseNotEncrypted')
  if (!hasKeychain()) throw new AppError('conflict', 'noKeychain')
  changeNote(dataFolder, { kept: sealed(JSON.stringify({ salt, key } satisfies z.infer<typeof Kept>)) })
}
