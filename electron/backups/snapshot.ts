import type { Database } from 'better-sqlite3'
import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isEncrypted, openFile } from '../db/file.ts'
import { refuseWithoutRoom } from '../files/room.ts'

type Control = { checkCancelled(): void; advance(done: number, total: number): void }

/** Some 8 MB: others who write to the same disk get their turn in between. */
const pagesAtOnce = 2000

/**
 * The database as it is at this moment, as a file of its own. The open reading transaction holds the moment: without it, SQLite
 * would begin again whenever somebody writes, and in a busy shop come to no end.
 */
export async function takeSnapshot(sqlite: Database, into: string, { checkCancelled, advance }: Control) {
  await refuseWithoutRoom(dirname(into), statSync(sqlite.name).size)
  if (isEncrypted(sqlite)) return takeEncrypted(sqlite, into, checkCancelled)
  sqlite.exec('begin')
  try {
    sqlite.prepare('select 1 from sqlite_schema').get()
    await copyPages(sqlite, into, { checkCancelled, advance })
    standAlone(into)
  } catch (error) {
    rmSync(into, { force: true })
    throw error
  } finally {
    sqlite.exec('rollback')
  }
}

function copyPages(sqlite: Database, into: string, { checkCancelled, advance }: Control) {
  return sqlite.backup(into, {
    progress({ totalPages, remainingPages }) {
      checkCancelled()
      advance(totalPages - remainingPages, totalPages)
      return pagesAtOnce
    },
  })
}

/**
 * The online backup opens its target without a key, and SQLite copies no pages between an encrypted file and a plain one. This
 * reads one moment as well, and what it writes has the key and the salt of what it reads.
 */
function takeEncrypted(sqlite: Database, into: string, checkCancelled: () => void) {
  try {
    checkCancelled()
    sqlite.prepare('vacuum into ?').run(into)
  } catch (error) {
    rmSync(into, { force: true })
    throw error
  }
}

/** Readable without a log beside it, and in a folder that cannot be written to. */
function standAlone(file: string) {
  const copy = openFile(file)
  try {
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}
