import type { Database } from 'better-sqlite3'
import { rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isEncrypted, openFile } from '../db/file.ts'
import { refuseWithoutRoom } from '../files/room.ts'
import { copyWhileStill } from './still-copy.ts'

type Control = { checkCancelled(): void; report(bug: unknown): void }

/** Some 8 MB: others who write to the same disk get their turn in between. */
const pagesAtOnce = 2000

/** The database as it is at this moment, as a file of its own, which nobody waits for to be on the disk: it is there for a minute. */
export async function takeSnapshot(sqlite: Database, into: string, { checkCancelled, report }: Control) {
  await refuseWithoutRoom(dirname(into), statSync(sqlite.name).size)
  checkCancelled()
  try {
    if (!(await copyWhileStill(sqlite, into, report))) await takePages(sqlite, into, checkCancelled)
    standAlone(into)
  } catch (error) {
    rmSync(into, { force: true })
    throw error
  }
}

/**
 * Where somebody reads and writes all the time. The online backup opens its target without a key, and SQLite copies no pages between
 * an encrypted file and a plain one: of an encrypted one, VACUUM reads one moment as well, and what it writes has the same key and salt.
 */
async function takePages(sqlite: Database, into: string, checkCancelled: () => void) {
  if (isEncrypted(sqlite)) sqlite.prepare('vacuum into ?').run(into)
  else await copyPages(sqlite, into, checkCancelled)
}

/** The open reading transaction holds the moment: without it, SQLite would begin again whenever somebody writes, and come to no end. */
async function copyPages(sqlite: Database, into: string, checkCancelled: () => void) {
  sqlite.exec('begin')
  try {
    sqlite.prepare('select 1 from sqlite_schema').get()
    await sqlite.backup(into, {
      progress() {
        checkCancelled()
        return pagesAtOnce
      },
    })
  } finally {
    sqlite.exec('rollback')
  }
}

/** Readable without a log beside it, and in a folder that cannot be written to. */
function standAlone(file: string) {
  const copy = openFile(file)
  try {
    copy.pragma('synchronous = off')
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}
