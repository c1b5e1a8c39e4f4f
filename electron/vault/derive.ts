import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { asPrinted } from './passphrase.ts'

/** What a guess costs whoever has the file. Other programs that know this kind of file are told it as `kdf_iter`. */
export const rounds = 600_000

/**
 * The key that the cipher would derive from the passphrase by itself (PBKDF2 with SHA-256 over the salt in the file), so that the
 * file opens by the passphrase alone, in other programs as well.
 */
export async function keyFrom(passphrase: string, salt: string) {
  const key = await promisify(pbkdf2)(asPrinted(passphrase), Buffer.from(salt, 'hex'), rounds, 32, 'sha256')
  return key.toString('hex')
}

export const freshSalt = () => randomBytes(16).toString('hex')
