import { copyFileSync, rmSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Counts } from '../../shared/backups/model.ts'
import { AppError } from '../../shared/errors.ts'
import { openFile } from '../db/file.ts'
import { kyselyOver } from '../db/kysely.ts'
import { knowLetters } from '../db/letters.ts'
import { migrate, versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { verify } from '../invoices/verify.ts'
import { doneAside } from '../jobs/aside.ts'
import { verify as verifyPoints } from '../loyalty/verify.ts'
import { verify as verifyVouchers } from '../vouchers/verify.ts'
import * as queries from './queries.ts'

/**
 * Reads every page, index and reference of a database file, counts what is in it, and goes through the books. One of an older
 * format is brought up to date on a copy first: what proves itself here will open, too.
 */
export async function prove(file: string): Promise<Counts> {
  const counts = await withDatabase(file, async (sqlite, db) => {
    checkPages(sqlite)
    return queries.countsOf(db)
  })
  await proveBooks(file)
  return counts
}

/** Bytes: a smaller file is read before another thread has begun. */
const leastWorthAThread = 64 * 1024 * 1024
export const isWorthAThread = (file: string, leastBytes = leastWorthAThread) => statSync(file).size >= leastBytes

type Aside = Readonly<{ dataFolder: string; workerFile: URL | null; leastBytes?: number }>

/** The same for whoever has something to do meanwhile: a large file on another thread, where there is one. */
export async function proveAside(file: string, { dataFolder, workerFile, leastBytes }: Aside): Promise<Counts> {
  if (workerFile === null || !isWorthAThread(file, leastBytes)) return prove(file)
  const { result, bug } = await doneAside(workerFile, dataFolder, { name: 'backups.prove', call: null, input: { file } })
  if (!result.ok) throw bug ?? AppError.from(result)
  return Counts.parse(result.value)
}

/** Kilobytes: each entry of each index is looked for in its table. */
const cache = 64 * 1024

export function checkPages(sqlite: Database) {
  const version = versionOf(sqlite)
  if (version > migrations.length) throw new AppError('storage', 'databaseNewer', { version, known: migrations.length })
  sqlite.pragma(`cache_size = -${cache}`)
  if (sqlite.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new AppError('storage', 'databaseBroken')
  const astray = sqlite.pragma('foreign_key_check') as unknown[]
  if (astray.length > 0) throw new AppError('storage', 'referencesBroken', { count: astray.length })
}

async function proveBooks(file: string) {
  const isCurrent = await withDatabase(file, sqlite => versionOf(sqlite) === migrations.length)
  if (isCurrent) return checkBooks(file)
  const newer = `${file}.newer`
  try {
    copyFileSync(file, newer)
    const sqlite = openAlone(newer, false)
    try {
      migrate(sqlite)
    } finally {
      sqlite.close()
    }
    await checkBooks(newer)
  } finally {
    rmSync(newer, { force: true })
  }
}

const checkBooks = (file: string) =>
  withDatabase(file, async (_, db) => {
    const { broken } = await verify({}, { db })
    if (broken.length > 0) throw new AppError('storage', 'booksBroken', { number: broken[0]!.number, count: broken.length })
    const ledgers = [await verifyVouchers({}, { db }), await verifyPoints({}, { db })].flatMap<unknown>(({ broken }) => broken)
    if (ledgers.length > 0) throw new AppError('storage', 'ledgersBroken', { count: ledgers.length })
  })

export async function withDatabase<T>(file: string, work: (sqlite: Database, db: ReturnType<typeof kyselyOver>) => T | Promise<T>) {
  const sqlite = openAlone(file, true)
  try {
    return await work(sqlite, kyselyOver(sqlite))
  } finally {
    sqlite.close()
  }
}

function openAlone(file: string, readonly: boolean) {
  const sqlite = openFile(file, { readonly, fileMustExist: true })
  knowLetters(sqlite)
  return sqlite
}
