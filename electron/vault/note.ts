import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { KnownFailure } from '../../shared/backups/model.ts'
import { Attempts } from '../../shared/vault/model.ts'
import { headOf } from '../db/file.ts'
import { keyOf } from '../db/keys.ts'
import { databaseFile } from '../db/open.ts'
import { readFacts, writeFacts } from '../files/small-file.ts'

const Note = z.object({
  /** Tells a wrong passphrase from a file that is damaged where the right one would show. */
  sign: z.object({ salt: z.string(), value: z.string() }).nullable(),
  /** The key, closed by the system for the user who is logged in. */
  kept: z.string().nullable(),
  attempts: Attempts,
  /** The salt of the key that the next opening gives the database; null makes it plain. */
  wish: z.object({ salt: z.string().nullable() }).nullable(),
  failure: KnownFailure.nullable(),
})
type Note = z.infer<typeof Note>

const fileIn = (dataFolder: string) => join(dataFolder, 'vault.json')
const nothing: Note = { sign: null, kept: null, attempts: { count: 0, lastAt: null }, wish: null, failure: null }

/** What is known of the encryption lies beside the database. Where it is lost the passphrase still opens it: nothing in here is needed for that. */
export const vaultNote = (dataFolder: string): Note => readFacts(fileIn(dataFolder), Note, nothing)

export const changeNote = (dataFolder: string, change: Partial<Note>) =>
  writeFacts(fileIn(dataFolder), { ...vaultNote(dataFolder), ...change })

/** What a key says of itself, from which nobody finds the key. */
export const signOf = (salt: string, key: string) => ({
  salt,
  value: createHmac('sha256', Buffer.from(key, 'hex')).update('regulars').digest('hex'),
})

/** What is there is what counts: the note says the same of the file as the file itself. Before anybody opens it. */
export function noteKey(dataFolder: string) {
  const { salt } = headOf(databaseFile(dataFolder))
  const key = salt === null ? null : keyOf(salt)
  const { sign } = vaultNote(dataFolder)
  if (sign?.salt === salt || (sign === null && salt === null)) return
  // What the system keeps is the key of another file.
  changeNote(dataFolder, { sign: salt !== null && key !== null ? signOf(salt, key) : null, kept: null })
}
