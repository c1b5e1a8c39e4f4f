import { join } from 'node:path'
import { z } from 'zod'
import { BackupSettings, defaultBackupSettings, type BackupState } from '../../shared/backups/model.ts'
import { readFacts, writeFacts } from '../files/small-file.ts'
import { sealed, unsealed } from '../secrets.ts'
import { vaultNote } from '../vault/note.ts'
import { alsoWrapped, isWrappedBy, unwrapped, wrapped } from '../vault/wrap.ts'
import { backupFolder } from './catalogue.ts'

const Secret = z.object({
  passphrase: z.string(),
  /** An age identity, for the attached files: one passphrase for each of them would take hours. */
  filesKey: z.string(),
})
export type Secret = z.infer<typeof Secret>

/**
 * How this PC makes backups. They lie beside the database and not in it: a restore brings back yesterday's clients, not yesterday's
 * USB stick.
 */
const Stored = BackupSettings.extend({
  /** As it is, where the system keeps no secrets: it protects the copies that leave this PC; who can read this folder has the database itself. */
  passphrase: z.string().nullable(),
  filesKey: z.string().nullable(),
  /** Both, where the system does. */
  sealed: z.string().nullable().default(null),
  /** Both, where the system does not, but the database is encrypted: closed by its key. */
  wrapped: z.string().nullable().default(null),
  places: z.array(z.object({ id: z.string(), path: z.string() })),
})
type Stored = z.infer<typeof Stored>

const fileIn = (dataFolder: string) => join(backupFolder(dataFolder), 'settings.json')

const read = (dataFolder: string): Stored =>
  readFacts(fileIn(dataFolder), Stored, {
    ...defaultBackupSettings,
    passphrase: null,
    filesKey: null,
    sealed: null,
    wrapped: null,
    places: [],
  })

const write = (dataFolder: string, change: Partial<Stored>) => writeFacts(fileIn(dataFolder), { ...read(dataFolder), ...change })

/** `isLocked`: backups are encrypted, but this process is not given the passphrase. */
export type Settings = BackupSettings &
  Pick<Stored, 'places' | 'passphrase' | 'filesKey'> & { isLocked: boolean; keptBy: BackupState['passphraseKeptBy'] }

export function storedSettings(dataFolder: string): Settings {
  const { sealed: closed, wrapped, ...stored } = read(dataFolder)
  if (closed === null && wrapped === null) return { ...stored, isLocked: false, keptBy: stored.passphrase === null ? null : 'file' }
  const secret = closed === null ? unwrapped(wrapped!) : unsealed(closed)
  return {
    ...stored,
    ...(secret !== null && Secret.parse(JSON.parse(secret))),
    isLocked: secret === null && stored.passphrase === null,
    keptBy: closed === null ? 'database' : 'system',
  }
}

export function storeSettings(dataFolder: string, change: Partial<BackupSettings & Pick<Stored, 'places'>>) {
  write(dataFolder, change)
  return storedSettings(dataFolder)
}

/** The key of the files stays when the passphrase changes: what is there already needs it. */
export function storeSecret(dataFolder: string, passphrase: string | null, filesKey: string) {
  const kept = passphrase === null ? null : closedSecret(dataFolder, { passphrase, filesKey })
  write(dataFolder, { sealed: null, wrapped: null, ...(kept ? { passphrase: null, filesKey: null, ...kept } : { passphrase, filesKey }) })
}

/**
 * Before the database gets the key of this salt, or none: by whichever of both it opens from then on, the secret does too. Who is killed
 * meanwhile settles it at the next start.
 */
export function prepareSecret(dataFolder: string, salt: string | null) {
  const { wrapped: before } = read(dataFolder)
  const { passphrase, filesKey } = storedSettings(dataFolder)
  if (before === null || passphrase === null || filesKey === null) return
  const secret = { passphrase, filesKey }
  write(dataFolder, salt === null ? secret : { wrapped: alsoWrapped(before, JSON.stringify(secret), salt) })
}

/** Once the database opens: what keeps the secret is what keeps the data. */
export function settleSecret(dataFolder: string) {
  const stored = read(dataFolder)
  const salt = vaultNote(dataFolder).sign?.salt
  const isSettled =
    salt === undefined
      ? stored.wrapped === null
      : stored.passphrase === null && (stored.wrapped === null || isWrappedBy(stored.wrapped, salt))
  if (isSettled) return
  const { passphrase, filesKey } = storedSettings(dataFolder)
  if (passphrase !== null && filesKey !== null) storeSecret(dataFolder, passphrase, filesKey)
}

function closedSecret(dataFolder: string, secret: Secret) {
  const closed = sealed(JSON.stringify(secret))
  if (closed !== null) return { sealed: closed }
  const salt = vaultNote(dataFolder).sign?.salt
  return salt === undefined ? null : { wrapped: wrapped(JSON.stringify(secret), salt) }
}
