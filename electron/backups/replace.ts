import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../db/open.ts'
import type { JobContext } from '../handlers.ts'
import { backupFolder } from './catalogue.ts'
import { keptName } from './restore.ts'
import { salvage } from './salvage.ts'
import { prepareSwap } from './swap.ts'
import { workFolder } from './work-folder.ts'

/** The damaged files are moved aside as they are: whoever knows more than this can still try. */
export function salvageDatabase(dataFolder: string, { now, checkCancelled, progress }: JobContext) {
  const folder = workFolder(dataFolder)
  let done = 0
  try {
    const advance = (rows: number) => progress({ done: (done += rows), total: null, perSecond: null })
    const { database, tables, unsettled } = salvage(databaseFile(dataFolder), folder, { checkCancelled, advance }, now())
    const at = now().toISOString()
    prepareSwap(dataFolder, database, { at, from: at, safety: null, keptIn: keptName(at), isKept: true, missingFiles: 0 })
    return { tables: tables.filter(({ saved, lost }) => saved + lost > 0), unsettled, keptIn: join(backupFolder(dataFolder), keptName(at)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
