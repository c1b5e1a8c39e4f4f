import type { Database } from 'better-sqlite3'
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { sizeOf } from '../files/sizes.ts'

/** Milliseconds that others may be kept from writing until those who read now have read. */
const patience = 100

/**
 * Copies the file as it lies there, in a fifth of the time that its pages take one by one, while nobody can write to it. False where it
 * cannot be kept still, or not be copied so.
 *
 * Whoever begins to read while the log is empty reads the file alone, and for as long as they do nobody writes back to it: what is
 * confirmed meanwhile grows the log (WAL_READ_LOCK(0) in https://www.sqlite.org/walformat.html). Where the log is empty after the
 * reading has begun, it was when it began.
 */
export async function copyWhileStill(sqlite: Database, into: string, report: (bug: unknown) => void): Promise<boolean> {
  if (sqlite.readonly || !emptyLog(sqlite)) return false
  sqlite.exec('begin')
  try {
    sqlite.prepare('select 1 from sqlite_schema').get()
    if (sizeOf(`${sqlite.name}-wal`) > 0) return false
    await copy(sqlite.name, into)
    return true
  } catch (cause) {
    rmSync(into, { force: true })
    report(new Error('The file could not be copied as it lies there: its pages are taken one by one', { cause }))
    return false
  } finally {
    sqlite.exec('rollback')
  }
}

/** Writes back to the file what is in the log, most of it while others write on. False where somebody reads what is older. */
function emptyLog(sqlite: Database) {
  const usual = sqlite.pragma('busy_timeout', { simple: true }) as number
  sqlite.pragma('wal_checkpoint(passive)')
  sqlite.pragma(`busy_timeout = ${patience}`)
  try {
    return sqlite.pragma('wal_checkpoint(truncate)', { simple: true }) === 0
  } finally {
    sqlite.pragma(`busy_timeout = ${usual}`)
  }
}

/**
 * By a process of its own: POSIX takes all locks on a file from a process that closes it once, also those that SQLite holds by another
 * handle, and other programs would think that nobody is there. On Windows a lock belongs to its handle.
 */
const copy = (from: string, to: string): Promise<unknown> =>
  process.platform === 'win32' ? copyFile(from, to) : promisify(execFile)('cp', ['--', from, to])
