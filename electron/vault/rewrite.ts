import { copyFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { checkPages, withDatabase } from '../backups/proof.ts'
import { prepareSwap } from '../backups/swap.ts'
import { workFolder } from '../backups/work-folder.ts'
import { openCiphered, openFile, rawKey } from '../db/file.ts'
import { knowLetters } from '../db/letters.ts'
import { databaseFile, type Connection } from '../db/open.ts'
import { refuseWithoutRoom } from '../files/room.ts'

/**
 * A copy of the database gets another key, or none, and takes its place at the next opening, once it has been read whole. Only while
 * nobody has the database open: whoever wrote meanwhile would have written in vain.
 */
export async function rewriteDatabase({ dataFolder }: Connection, { salt }: { salt: string | null }, now: Date) {
  const file = databaseFile(dataFolder!)
  await refuseWithoutRoom(dataFolder!, statSync(file).size * 2)
  const folder = workFolder(dataFolder!)
  const copy = join(folder, 'rewritten.db')
  try {
    writeLogBack(file)
    copyFileSync(file, copy)
    giveKey(copy, salt)
    await compare(file, copy)
    const at = now.toISOString()
    prepareSwap(dataFolder!, copy, { at, from: at, safety: null, keptIn: 'rewritten', isKept: false, missingFiles: 0, isSameData: true })
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeLogBack(file: string) {
  const sqlite = openFile(file)
  try {
    sqlite.pragma('wal_checkpoint(truncate)')
  } finally {
    sqlite.close()
  }
}

/** A file that nobody else has open. What goes wrong leaves it unusable. */
export function giveKey(file: string, salt: string | null) {
  const sqlite = openCiphered(file)
  try {
    knowLetters(sqlite)
    sqlite.pragma('journal_mode = delete')
    sqlite.pragma('journal_mode = off')
    sqlite.pragma('synchronous = off')
    sqlite.rekey(salt === null ? Buffer.alloc(0) : rawKey(salt))
  } finally {
    sqlite.close()
  }
}

async function compare(file: string, copy: string) {
  const before = await withDatabase(file, rowsIn)
  const after = await withDatabase(copy, sqlite => {
    checkPages(sqlite)
    return rowsIn(sqlite)
  })
  if (before !== after) throw new AppError('storage', 'copyDiffers')
}

/** How many rows each table has, as one text. */
function rowsIn(sqlite: Database) {
  const names = sqlite
    .prepare<[], string>(`select name from pragma_table_list where schema = 'main' and type = 'table' order by name`)
    .pluck()
  return names
    .all()
    .map(name => `${name} ${sqlite.prepare<[], number>(`select count(*) from "${name}"`).pluck().get()}`)
    .join('\n')
}
