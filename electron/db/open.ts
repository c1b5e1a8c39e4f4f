import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { keepDerived } from './derived.ts'
import { explainStorage, isBusy } from './failures.ts'
import { headOf, openFile } from './file.ts'
import { knowLetters } from './letters.ts'
import { kyselyOver } from './kysely.ts'
import { migrate } from './migrate.ts'
import { keepRhythm } from './rhythm.ts'
import { knowShopTime } from './shop-time.ts'
import { keepVisitSums, renewVisitSums } from './visit-sums.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { sizeOf } from '../files/sizes.ts'
import { recordChanges } from '../operations/recording.ts'
import type { Db } from './schema.ts'

/** `isRescue` where the database could not be opened: then there is nothing in it, and the folder beside it is what matters. */
export type Connection = { sqlite: Database.Database; db: Db; dataFolder: string | null; isRescue: boolean }
export type Access = 'main' | 'worker' | 'export' | 'read' | 'rescue'

/**
 * Megabytes. Behind this cache stands the system's own: it pays where the same pages are changed again and again, and each
 * connection has one. What is exported is read once.
 */
const cache = { main: 32, worker: 32, export: 4, read: 16, rescue: 2 } satisfies Record<Access, number>

/** The main connection never waits (dispatch retries without blocking the window), a worker's may. */
const patience = { main: 0, worker: 30_000, export: 30_000, read: 5_000, rescue: 0 } satisfies Record<Access, number>

export const databaseFile = (dataFolder: string) => join(dataFolder, 'regulars.db')

/** Opens the one file that holds the business; `null` keeps it in memory, for tests. Migrates when opened as `main`; who opens it so has made a copy before. */
export function openDatabase(dataFolder: string | null, access: Access = 'main'): Connection {
  try {
    return connect(dataFolder, access)
  } catch (error) {
    throw isBusy(error) ? new AppError('storage', 'databaseLocked', {}, { cause: error }) : explainStorage(error)
  }
}

function connect(dataFolder: string | null, access: Access): Connection {
  if (access === 'rescue') return besideDamage(dataFolder)
  if (dataFolder !== null && access === 'main') prepareFolder(dataFolder)

  const options = { timeout: patience[access], readonly: access === 'read' }
  const sqlite = dataFolder === null ? new Database(newInMemory(), options) : openFile(databaseFile(dataFolder), options)
  try {
    sqlite.pragma('foreign_keys = on')
    sqlite.pragma(`cache_size = -${cache[access] * 1024}`)
    sqlite.pragma('temp_store = memory')
    if (access !== 'read') {
      sqlite.pragma('journal_mode = wal')
      sqlite.pragma('synchronous = full')
      sqlite.pragma('wal_autocheckpoint = 4000')
      sqlite.pragma('recursive_triggers = on')
    }
    knowLetters(sqlite)
    knowShopTime(sqlite)
    if (access === 'main' && dataFolder !== null) migrate(sqlite)
    if (access !== 'read') {
      keepDerived(sqlite)
      keepRhythm(sqlite)
      keepVisitSums(sqlite)
      recordChanges(sqlite)
    }
    if (access === 'main') renewVisitSums(sqlite)
    return { sqlite, db: kyselyOver(sqlite), dataFolder, isRescue: false }
  } catch (error) {
    sqlite.close()
    throw error
  }
}

let empty: Buffer | undefined

/** Of those in memory there are many, one after the other: each begins as a copy of the first. */
function newInMemory() {
  if (empty) return empty
  const sqlite = new Database(':memory:')
  knowLetters(sqlite)
  migrate(sqlite)
  empty = sqlite.serialize()
  sqlite.close()
  return empty
}

function besideDamage(dataFolder: string | null): Connection {
  const sqlite = new Database(':memory:')
  return { sqlite, db: kyselyOver(sqlite), dataFolder, isRescue: true }
}

function prepareFolder(dataFolder: string) {
  try {
    makePrivateFolder(dataFolder)
  } catch (cause) {
    throw new AppError('storage', 'folderUnusable', { folder: dataFolder }, { cause })
  }
  const file = databaseFile(dataFolder)
  // SQLite gives the files that it makes beside this one the same mode.
  if (existsSync(file)) checkHeader(file)
  else closeSync(openSync(file, 'a', 0o600))
}

/** SQLite finds out that a file is none of its own, or was cut short, only when it reads the page that is missing: the head tells at once. */
function checkHeader(file: string) {
  const { form, bytes, saidBytes } = headOf(file)
  if (form === 'foreign') throw new AppError('storage', 'databaseBroken')
  // With a log beside it, the missing pages may be in there.
  const isWhole = saidBytes === null || saidBytes <= bytes || sizeOf(`${file}-wal`) > 0
  if (!isWhole) throw new AppError('storage', 'databaseBroken')
}
