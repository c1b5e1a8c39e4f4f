import { AppError } from '../../shared/errors.ts'
import { secondsToWait } from '../../shared/vault/rules.ts'
import { settleSecret } from '../backups/settings.ts'
import { headOf, opens } from '../db/file.ts'
import { keyOf, learnKey } from '../db/keys.ts'
import { databaseFile } from '../db/open.ts'
import { keyFrom } from './derive.ts'
import { readKept } from './kept.ts'
import { changeNote, noteKey, signOf, vaultNote } from './note.ts'

type Opening = { passphrase: string | undefined; now: Date }

/** Before anybody opens an encrypted database: its key has to be known. A passphrase that was given along is tried once. */
export async function openVault(dataFolder: string, { passphrase, now }: Opening) {
  const { salt } = headOf(databaseFile(dataFolder))
  const kept = salt === null ? null : readKept(dataFolder, salt)
  if (salt !== null && kept !== null) learnKey(salt, kept)
  noteKey(dataFolder)
  if (salt !== null && keyOf(salt) === null) {
    if (passphrase === undefined) throw new AppError('forbidden', 'databaseSealed')
    await unlock(dataFolder, passphrase, now)
  }
  settleSecret(dataFolder)
}

/** Learns the key of the shop's own database, and whoever guesses has to wait. */
export async function unlock(dataFolder: string, passphrase: string, now: Date) {
  const { attempts, sign } = vaultNote(dataFolder)
  const salt = sign?.salt ?? headOf(databaseFile(dataFolder)).salt
  if (salt === null) throw new AppError('conflict', 'databaseNotEncrypted')
  const seconds = secondsToWait(attempts, now)
  if (seconds > 0) throw new AppError('forbidden', 'databaseTooSoon', { count: seconds })
  const key = await keyFrom(passphrase, salt)
  const fits = sign ? sign.value === signOf(salt, key).value : opens(databaseFile(dataFolder), salt, key)
  if (!fits) {
    changeNote(dataFolder, { attempts: { count: attempts.count + 1, lastAt: now.toISOString() } })
    throw new AppError('forbidden', 'databasePassphraseWrong')
  }
  learnKey(salt, key)
  changeNote(dataFolder, { attempts: { count: 0, lastAt: null }, sign: signOf(salt, key) })
}

type Given = Readonly<{ passphrases: readonly string[]; databasePassphrase: string | null; isEncrypted: boolean }>

/** Learns the key of a file that came out of a backup, where it is encrypted; `isEncrypted` says whether the backup is, by its own passphrase. */
export async function learnKeyOf(file: string, { passphrases, databasePassphrase, isEncrypted }: Given) {
  const { salt } = headOf(file)
  if (salt === null || keyOf(salt) !== null) return
  const tried = new Set([...(databasePassphrase === null ? [] : [databasePassphrase]), ...passphrases])
  for (const passphrase of tried) {
    const key = await keyFrom(passphrase, salt)
    if (opens(file, salt, key)) return learnKey(salt, key)
  }
  if (databasePassphrase !== null) throw new AppError('invalid', 'dataPassphraseWrong')
  if (isEncrypted) throw new AppError('invalid', 'dataPassphraseMissing')
  throw new AppError('invalid', tried.size === 0 ? 'passphraseMissing' : 'passphraseWrong')
}
