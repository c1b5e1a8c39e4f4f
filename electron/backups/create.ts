import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import product from '../../package.json' with { type: 'json' }
import { fileNameOf } from '../../shared/backups/rules.ts'
import type { Backup, BackupReason, Manifest } from '../../shared/backups/model.ts'
import { AppError, failureOf } from '../../shared/errors.ts'
import { systemZone } from '../../shared/time.ts'
import type { Connection } from '../db/open.ts'
import type { Db } from '../db/schema.ts'
import { explainStorage } from '../db/failures.ts'
import { saltOf } from '../db/file.ts'
import { versionOf } from '../db/migrate.ts'
import type { Secrets } from './archive.ts'
import { writeArchive } from './archive.ts'
import { ownCompression } from './archive-forms.ts'
import { backupFolder, catalogueOf, changeCatalogue, noteEntry, type Entry } from './catalogue.ts'
import { hashOf } from './hashing.ts'
import { idOf } from './identify.ts'
import { toBackup } from './list.ts'
import { prove, withDatabase } from './proof.ts'
import { copyToPlaces } from './copies.ts'
import * as queries from './queries.ts'
import { readArchive } from './read-archive.ts'
import { rotate } from './rotate.ts'
import { storedSettings } from './settings.ts'
import { takeSnapshot } from './snapshot.ts'
import { workFolder } from './work-folder.ts'

export type Making = {
  connection: Pick<Connection, 'sqlite'>
  dataFolder: string
  now: () => Date
  reason: BackupReason
  checkCancelled(): void
  progress(progress: { done: number; total: number | null; perSecond: number | null }): void
}

/** Takes a backup, has it prove itself, and copies it to every other place. What cannot prove itself is none. */
export async function createBackup(making: Making): Promise<Backup> {
  const { dataFolder, now } = making
  try {
    const entry = await makeAndProve(making)
    changeCatalogue(dataFolder, () => ({ last: { at: now().toISOString(), failure: null }, mark: entry.manifest.mark }))
    await copyToPlaces(entry, making)
    rotate(dataFolder, now())
    return toBackup(entry)
  } catch (error) {
    noteFailure(dataFolder, now(), error)
    throw error
  }
}

function noteFailure(dataFolder: string, at: Date, error: unknown) {
  const known = explainStorage(error)
  if (known instanceof AppError && known.code === 'cancelled') return
  const failure = failureOf(known)
  try {
    changeCatalogue(dataFolder, () => ({ last: { at: at.toISOString(), failure } }))
  } catch {
    // On a full disk even this has no place; whoever asked for the backup is told.
  }
}

async function makeAndProve(making: Making): Promise<Entry> {
  const folder = backupFolder(making.dataFolder)
  const work = workFolder(making.dataFolder)
  const snapshot = join(work, 'snapshot.db')
  try {
    const advance = advancing(making)
    const secrets = secretsOf(making.dataFolder)
    await takeSnapshot(making.connection.sqlite, snapshot, { checkCancelled: making.checkCancelled, advance: () => undefined })
    const counts = await prove(snapshot)
    const manifest = await describe(snapshot, counts, making)
    const name = fileNameOf(new Date(manifest.madeAt), systemZone(), readdirSync(folder))
    const file = join(folder, name)
    await writeArchive(file, { manifest, snapshot, secrets, advance: advance(manifest.database.bytes * 2) })
    await readBack(file, secrets, advance(manifest.database.bytes * 2))
    return noted(making, name, manifest, file, secrets)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What has just been checked page by page, and what can be read back from the file, are the same bytes. */
async function readBack(file: string, secrets: Secrets | null, advance: (bytes: number) => void) {
  try {
    await readArchive(file, { passphrases: secrets ? [secrets.passphrase] : [], into: null, advance })
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
}

function noted({ dataFolder, now }: Making, name: string, manifest: Manifest, file: string, secrets: Secrets | null): Entry {
  const entry: Entry = {
    ...{ id: idOf(null, name), bytes: statSync(file).size, isEncrypted: secrets !== null, manifest },
    ...{ verifiedAt: now().toISOString(), failure: null },
  }
  noteEntry(dataFolder, entry)
  return entry
}

function secretsOf(dataFolder: string): Secrets | null {
  const { passphrase, filesKey, isLocked } = storedSettings(dataFolder)
  // Better no backup than one that can be read where nobody wants that.
  if (isLocked) throw new AppError('storage', 'passphraseLocked')
  return passphrase !== null && filesKey !== null ? { passphrase, filesKey } : null
}

function describe(snapshot: string, counts: Manifest['counts'], { dataFolder, now, reason }: Making): Promise<Manifest> {
  const { source, made } = catalogueOf(dataFolder)
  changeCatalogue(dataFolder, () => ({ source, made: made + 1 }))
  return withDatabase(snapshot, async (sqlite, db) => ({
    ...{ format: 1 as const, app: product.version, schema: versionOf(sqlite), source, number: made + 1 },
    shop: await shopIn(db),
    ...{ madeAt: now().toISOString(), reason, counts },
    lastChangeAt: (await queries.lastChange(db).executeTakeFirst())?.finishedAt ?? null,
    mark: await queries.markOf(db),
    compression: ownCompression,
    database: { bytes: statSync(snapshot).size, sha256: await hashOf(snapshot) },
    sealedBy: saltOf(snapshot),
  }))
}

async function shopIn(db: Db) {
  if (!(await queries.hasTable(db, 'setting'))) return ''
  const named = await queries.shopName(db).executeTakeFirst()
  return named ? String(JSON.parse(named.value)) : ''
}

function advancing({ checkCancelled, progress }: Making) {
  let done = 0
  return (total: number) => (bytes: number) => {
    checkCancelled()
    done += bytes
    progress({ done: Math.min(done, total), total, perSecond: null })
  }
}
