import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { explainStorage } from '../db/failures.ts'
import type { JobContext } from '../handlers.ts'
import { learnKeyOf } from '../vault/unlock.ts'
import { both } from './both.ts'
import { catalogueOf, noteEntry, type Entry } from './catalogue.ts'
import { idOf } from './identify.ts'
import { toBackup } from './list.ts'
import { isWorthAThread, prove, proveAside } from './proof.ts'
import { readArchive } from './read-archive.ts'
import type { WantedFile } from './wanted.ts'
import { workFolder } from './work-folder.ts'

type Control = {
  now: () => Date
  advance(bytes: number, total: number): void
  /** What else is to be done, and need not wait for the proof of a large one. */
  beside?: { workerFile: URL | null; work(): Promise<unknown> }
}
export type Unpacked = { entry: Entry; database: string; filesKey: string | null }

/** Unpacks a backup for as long as `work` takes, once it has proved itself. */
export async function whileUnpacked<T>(
  dataFolder: string,
  wanted: WantedFile,
  { now, advance, beside }: Control,
  work: (unpacked: Unpacked) => T | Promise<T>,
) {
  const folder = workFolder(dataFolder)
  const database = join(folder, 'unpacked.db')
  try {
    const { manifest, isEncrypted, filesKey } = await readArchive(wanted.path, { passphrases: wanted.passphrases, into: database, advance })
    await learnKeyOf(database, { ...wanted, isEncrypted })
    const { size } = statSync(wanted.path)
    const counts =
      beside && isWorthAThread(database)
        ? (await both(proveAside(database, { dataFolder, workerFile: beside.workerFile }), beside.work()))[0]
        : await prove(database)
    const entry: Entry = {
      ...{ id: wanted.id ?? idOf(null, wanted.name), bytes: size, isEncrypted, manifest: { ...manifest, counts } },
      ...{ verifiedAt: now().toISOString(), failure: null },
    }
    return await work({ entry, database, filesKey })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tells how much of a backup is read, and ends it where somebody cancels. */
export function reading({ checkCancelled, progress }: Pick<JobContext, 'checkCancelled' | 'progress'>): Control['advance'] {
  let done = 0
  return (bytes, total) => {
    checkCancelled()
    done += bytes
    progress({ done, total, perSecond: null })
  }
}

/** Reads an old backup again, and notes what came of it. */
export async function verifyBackup(dataFolder: string, wanted: WantedFile, control: Control): Promise<Backup> {
  try {
    return await whileUnpacked(dataFolder, wanted, control, ({ entry }) => {
      if (wanted.id !== null) noteEntry(dataFolder, entry)
      return toBackup(entry)
    })
  } catch (cause) {
    const error = explainStorage(cause)
    if (error instanceof AppError && isOwnFault(error)) noteBroken(dataFolder, wanted, error)
    throw error
  }
}

/** A wrong passphrase or a full disk says nothing about the backup. */
const isOwnFault = ({ failure }: AppError) =>
  ['backupDamaged', 'backupForeign', 'databaseBroken', 'referencesBroken', 'booksBroken', 'ledgersBroken'].includes(failure.reason)

function noteBroken(dataFolder: string, { id }: WantedFile, { failure }: AppError) {
  const known = catalogueOf(dataFolder).entries.find(entry => entry.id === id)
  if (known) noteEntry(dataFolder, { ...known, failure })
}
