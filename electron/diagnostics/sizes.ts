import { join } from 'node:path'
import type { Sizes } from '../../shared/diagnostics/model.ts'
import { backupFolder } from '../backups/catalogue.ts'
import { databaseFile } from '../db/open.ts'
import { logFolder } from '../files/log-folder.ts'
import { sizeBelow, sizeOf } from '../files/sizes.ts'

export function sizesIn(dataFolder: string, free: number): Sizes {
  const file = databaseFile(dataFolder)
  return {
    database: sizeOf(file) + sizeOf(`${file}-wal`),
    free,
    files: sizeBelow(join(dataFolder, 'files')),
    backups: sizeBelow(backupFolder(dataFolder)),
    logs: sizeBelow(logFolder(dataFolder)),
  }
}
