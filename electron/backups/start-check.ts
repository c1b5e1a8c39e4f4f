import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { backupsContract } from '../../shared/backups/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { codeOf, explainStorage, isBusy } from '../db/failures.ts'
import { versionOf } from '../db/migrate.ts'
import { migrations } from '../db/migrations/index.ts'
import { databaseFile } from '../db/open.ts'
import { doneAside } from '../jobs/aside.ts'
import { backupFolder } from './catalogue.ts'
import { withDatabase } from './proof.ts'

/** After an end that was none, every page is read before anybody writes: on a thread of its own, for that can take a while. */
export async function checkAfterUncleanEnd(dataFolder: string, workerFile: URL, report: (bug: unknown) => void) {
  if (!existsSync(databaseFile(dataFolder))) return
  const check = { name: 'database.check', call: { feature: 'backups', kind: 'report' }, input: {} } as const
  const { result, bug } = await doneAside(workerFile, dataFolder, check)
  if (bug) report(bug)
  if (!result.ok) return
  const { failure } = backupsContract['database.check'].output.parse(result.value)
  // Broken books or references are told of by every backup: they do not keep a shop closed.
  if (failure?.reason === 'databaseBroken') throw AppError.from(failure)
}

type AtStart = Readonly<{ now: () => Date; /** What failed and was got round. */ report(bug: unknown): void }>

const nobodyWaits = { workerFile: null, checkCancelled: () => undefined, progress: () => undefined }

/** A database of an older format is backed up before it is changed. Books that were broken already do not keep a shop closed. */
export async function backUpBeforeMigration(dataFolder: string, { now, report }: AtStart) {
  if (!existsSync(databaseFile(dataFolder))) return
  try {
    await withDatabase(databaseFile(dataFolder), async sqlite => {
      const version = versionOf(sqlite)
      if (version === 0 || version >= migrations.length) return
      await backUpOrCopy(sqlite, dataFolder, { now, report })
    })
  } catch (cause) {
    // Whoever opens it says so.
    if (isBusy(cause) || codeOf(cause).startsWith('SQLITE_CANTOPEN')) return
    throw explainStorage(cause)
  }
}

async function backUpOrCopy(sqlite: Database, dataFolder: string, { now, report }: AtStart) {
  // What it takes to make a backup is loaded where one is made: every start comes by here.
  const { createBackup } = await import('./create.ts')
  try {
    await createBackup({ connection: { sqlite }, dataFolder, now, report, reason: 'migration', ...nobodyWaits })
  } catch (error) {
    if (!(error instanceof AppError && ['booksBroken', 'ledgersBroken', 'referencesBroken'].includes(error.failure.reason))) throw error
    sqlite.prepare('vacuum into ?').run(join(backupFolder(dataFolder), `unproved-${now().toISOString().replace(/[:.]/g, '-')}.db`))
  }
}
