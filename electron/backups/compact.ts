import { statSync } from 'node:fs'
import { databaseFile } from '../db/open.ts'
import { isEncrypted, openFile } from '../db/file.ts'
import { knowLetters } from '../db/letters.ts'
import type { JobContext } from '../handlers.ts'
import { refuseWithoutRoom } from '../files/room.ts'

/** As long as a bulk job may write, and longer. */
const patience = 60_000

/**
 * VACUUM, on a connection of its own: it writes a second file and a log before the first one shrinks, as one transaction, so a
 * crash leaves the old file as it was. Temporary tables go to the disk here, where a large shop has more room than in memory; those of an
 * encrypted one do not, for there they could be read.
 */
export async function compactDatabase(dataFolder: string, { progress, checkCancelled }: Pick<JobContext, 'progress' | 'checkCancelled'>) {
  const file = databaseFile(dataFolder)
  const before = statSync(file).size
  await refuseWithoutRoom(dataFolder, before * 2)
  checkCancelled()
  progress({ done: 0, total: null, perSecond: null })
  const sqlite = openFile(file, { timeout: patience })
  try {
    knowLetters(sqlite)
    if (!isEncrypted(sqlite)) sqlite.pragma('temp_store = file')
    sqlite.pragma('synchronous = full')
    sqlite.exec('vacuum')
    sqlite.pragma('wal_checkpoint(truncate)')
  } finally {
    sqlite.close()
  }
  return { before, after: statSync(file).size }
}
