import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../shared/time.ts'
import { databaseFile } from '../db/open.ts'
import { makePrivateFolder } from '../files/private-folder.ts'
import { readFacts, writeFacts } from '../files/small-file.ts'
import { syncFolder } from '../files/sync-folder.ts'
import { backupFolder, changeCatalogue } from './catalogue.ts'

const Swap = z.object({
  at: Instant,
  /** When what comes in was made. */
  from: z.string(),
  /** The backup that takes it back. */
  safety: z.string().nullable(),
  /** Where today's files go. They stay there where no backup has them. */
  keptIn: z.string(),
  isKept: z.boolean(),
  /** Attached files that were not beside the backup. */
  missingFiles: z.int(),
  /** Today's data in another form: nobody has gone back to anything. */
  isSameData: z.boolean().default(false),
})
type Swap = z.input<typeof Swap>

const incoming = (dataFolder: string) => join(backupFolder(dataFolder), 'incoming.db')
const note = (dataFolder: string) => join(backupFolder(dataFolder), 'swap.json')

/** From now on the next opening begins with this database: nothing of today's has been touched yet. */
export function prepareSwap(dataFolder: string, database: string, swap: Swap) {
  syncFile(database)
  renameSync(database, incoming(dataFolder))
  syncFolder(backupFolder(dataFolder))
  writeFacts(note(dataFolder), swap)
}

/** Before anybody opens the database. Each step can be the last one before a power cut: the next start goes on with it. */
export function swapPrepared(dataFolder: string) {
  const swap = readFacts(note(dataFolder), Swap.nullable(), null)
  if (swap === null) return
  const kept = join(backupFolder(dataFolder), basename(swap.keptIn))
  if (existsSync(incoming(dataFolder))) exchange(dataFolder, kept)
  const { at, from, safety, missingFiles, isSameData } = swap
  changeCatalogue(dataFolder, ({ restored }) => ({ restored: isSameData ? restored : { at, from, safety, missingFiles }, mark: null }))
  if (!swap.isKept) rmSync(kept, { recursive: true, force: true })
  rmSync(note(dataFolder), { force: true })
}

/** Not everybody who writes such a file waits for the disk. */
function syncFile(file: string) {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function exchange(dataFolder: string, kept: string) {
  const file = databaseFile(dataFolder)
  makePrivateFolder(kept)
  // The log first: it belongs to the file beside it, and must never meet another one.
  for (const end of ['-wal', '-shm', '']) {
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, join(kept, basename(`${file}${end}`)))
  }
  renameSync(incoming(dataFolder), file)
  syncFolder(dataFolder)
}
