import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openApp } from '../../electron/app.ts'
import { takeSnapshot } from '../../electron/backups/snapshot.ts'
import { swapPrepared } from '../../electron/backups/swap.ts'
import { databaseFile, openDatabase } from '../../electron/db/open.ts'
import { sizeBelow } from '../../electron/files/sizes.ts'
import { createApi } from '../../shared/api.ts'
import { owner } from '../../shared/permissions.ts'

/** Milliseconds, and bytes. */
export type BackupRun = Record<'bytes' | 'packed' | 'copy' | 'snapshot' | 'create' | 'verify' | 'stall' | 'restore' | 'again', number>

const dataFolder = process.argv[2]!
const work = mkdtempSync(join(dataFolder, 'bench-'))
const file = databaseFile(dataFolder)

async function taken(action: () => unknown) {
  const begin = performance.now()
  await action()
  return performance.now() - begin
}

const workerFile = new URL('../../electron/jobs/worker.ts', import.meta.url)
const app = await openApp({ dataFolder, workerFile })
const api = createApi({ call: (name, input) => app.dispatch(name, input, owner), subscribe: app.subscribe })
const { sqlite } = openDatabase(dataFolder, 'worker')
sqlite.pragma('wal_checkpoint(truncate)')

// Neither waits for its bytes to be on the disk.
const copy = await taken(() => copyFileSync(file, join(work, 'copy.db')))
const control = { checkCancelled: () => undefined, report: (bug: unknown) => console.error(bug) }
const snapshot = await taken(() => takeSnapshot(sqlite, join(work, 'snapshot.db'), control))
sqlite.close()
rmSync(work, { recursive: true })

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let made = { id: '', bytes: 0 }
const create = await taken(async () => (made = await api.run('backups.create', {})))
delay.disable()
const verify = await taken(() => api.run('backups.verify', { id: made.id }))

const again = await sizeOfTheSecond()
const bytes = statSync(file).size
const restore = await taken(async () => {
  await api.run('backups.restore', { id: made.id })
  await app.close()
  swapPrepared(dataFolder)
  await (await openApp({ dataFolder, workerFile })).close()
})
process.stdout.write(
  JSON.stringify({ bytes, packed: made.bytes, copy, snapshot, create, verify, stall: delay.max / 1e6, restore, again } satisfies BackupRun),
)

/** What a second backup of unchanged files takes in another place, beside the backup itself. */
async function sizeOfTheSecond() {
  const [place, attached] = [join(dataFolder, '..', 'bench-place'), join(dataFolder, 'bench-attached')]
  writeFileSync(attached, randomBytes(20_000_000))
  const { contacts } = await api('contacts.list', { limit: 1 })
  await api.run('attachments.add', { contactId: contacts[0]!.id, file: app.offers.offerRead(attached).token })
  await api.run('backups.addPlace', { out: app.offers.offerWrite(place) })
  await api.run('backups.create', {})
  const before = sizeBelow(place)
  const { bytes } = await api.run('backups.create', {})
  const grown = sizeBelow(place) - before - bytes
  const { id } = (await api('backups.state', {})).places.at(-1)!
  await api('backups.removePlace', { id })
  for (const path of [place, attached]) rmSync(path, { recursive: true })
  return grown
}
