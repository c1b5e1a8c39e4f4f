import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openApp } from '../../electron/app.ts'
import { takeSnapshot } from '../../electron/backups/snapshot.ts'
import { databaseFile, openDatabase } from '../../electron/db/open.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

/** Milliseconds, and bytes. */
export type BackupRun = { bytes: number; packed: number; copy: number; snapshot: number; create: number; verify: number; stall: number }

const dataFolder = process.argv[2]!
const work = mkdtempSync(join(dataFolder, 'bench-'))
const file = databaseFile(dataFolder)

async function taken(action: () => unknown) {
  const begin = performance.now()
  await action()
  return performance.now() - begin
}

const app = await openApp({ dataFolder, workerFile: new URL('../../electron/jobs/worker.ts', import.meta.url) })
const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
const { sqlite } = openDatabase(dataFolder, 'worker')
sqlite.pragma('wal_checkpoint(truncate)')

const copy = await taken(() => copyFileSync(file, join(work, 'copy.db')))
const control = { checkCancelled: () => undefined, advance: () => undefined }
const snapshot = await taken(() => takeSnapshot(sqlite, join(work, 'snapshot.db'), control))
sqlite.close()
rmSync(work, { recursive: true })

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let made = { id: '', bytes: 0 }
const create = await taken(async () => (made = await api.run('backups.create', {})))
delay.disable()
const verify = await taken(() => api.run('backups.verify', { id: made.id }))
await app.close()
const run: BackupRun = { bytes: statSync(file).size, packed: made.bytes, copy, snapshot, create, verify, stall: delay.max / 1e6 }
process.stdout.write(JSON.stringify(run))
