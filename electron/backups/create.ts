import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
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
import { syncFolder } from '../files/sync-folder.ts'
import { writeArchive, type Content, type Secrets } from './archive.ts'
import { ownCompression } from './archive-forms.ts'
import { both } from './both.ts'
import { backupFolder, catalogueOf, changeCatalogue, noteEntry, type Entry } from './catalogue.ts'
import { hashOf } from './hashing.ts'
import { idOf } from './identify.ts'
import { toBackup } from './list.ts'
import { proveAside, withDatabase } from './proof.ts'
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
  /** Of a thread beside this one; null where there is none. */
  workerFile: URL | null
  checkCancelled(): void
  /** What failed and was got round. */
  report(bug: unknown): void
  progress(progress: { done: number; total: number | null; perSecond: number | null }): void
}

/** Takes a backup, has it prove itself, and copies it to every other place. What cannot prove itself is none. */
export async function createBackup(making: Making): Promise<Backup> {
  const { dataFolder, now } = making
  try {
    const entry = await makeAndProve(making)
    changeCatalogue(dataFolder, () => ({ last: { at: now().toISOString(), failure: null }, mark: entry.manifest.mark }))
    await copyToPlaces(entry, making)
    // What is being restored may be just what a new one makes superfluous.
    if (making.reason !== 'restore') rotate(dataFolder, now())
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
  const [snapshot, packed] = [join(work, 'snapshot.db'), join(work, 'packed')]
  try {
    const secrets = secretsOf(making.dataFolder)
    await takeSnapshot(making.connection.sqlite, snapshot, making)
    const manifest = await describe(snapshot, making)
    const { bytes } = manifest.database
    const advance = advancing(making, bytes * 3)
    const proof = proveAside(snapshot, making).then(() => advance(bytes))
    await both(proof, packAndReadBack(packed, { manifest, snapshot, secrets, advance }))
    const name = fileNameOf(new Date(manifest.madeAt), systemZone(), readdirSync(folder))
    renameSync(packed, join(folder, name))
    syncFolder(folder)
    return noted(making, name, manifest, secrets)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What is checked page by page meanwhile, and what can be read back from the file, are the same bytes. */
async function packAndReadBack(file: string, content: Content) {
  const { secrets, advance } = content
  await writeArchive(file, content)
  await readArchive(file, { passphrases: secrets ? [secrets.passphrase] : [], into: null, advance })
}

function noted({ dataFolder, now }: Making, name: string, manifest: Manifest, secrets: Secrets | null): Entry {
  const entry: Entry = {
    ...{ id: idOf(null, name), bytes: statSync(join(backupFolder(dataFolder), name)).size, isEncrypted: secrets !== null, manifest },
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

function describe(snapshot: string, { dataFolder, now, reason }: Making): Promise<Manifest> {
  const { source, made } = catalogueOf(dataFolder)
  changeCatalogue(dataFolder, () => ({ source, made: made + 1 }))
  return withDatabase(snapshot, async (sqlite, db) => ({
    ...{ format: 1 as const, app: product.version, schema: versionOf(sqlite), source, number: made + 1 },
    shop: await shopIn(db),
    ...{ madeAt: now().toISOString(), reason, counts: await queries.countsOf(db) },
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

function advancing({ checkCancelled, progress }: Making, total: number) {
  let done = 0
  return (bytes: number) => {
    checkCancelled()
    done += bytes
    progress({ done: Math.min(done, total), total, perSecond: null })
  }
}
