import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { migrations } from '../../electron/db/migrations/index.ts'
import { databaseFile } from '../../electron/db/open.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

it('tells what takes how much, of which version everything is, and when the data was last read whole', async () => {
  const { api, dataFolder } = await openKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  const backup = await api.run('backups.create', {})
  const state = await api('diagnostics.state', {})
  expect(state).toMatchObject({
    folder: { path: dataFolder, isNetwork: false, cloud: null },
    versions: { format: migrations.length, electron: null, node: process.versions.node },
    counts: { contacts: 1 },
    backups: { count: 1, places: 0, newestAt: backup.madeAt, verifiedAt: backup.verifiedAt, failed: 0 },
  })
  expect(state.sizes.backups).toBeGreaterThanOrEqual(backup.bytes)
  expect(state.sizes.database).toBeGreaterThan(100_000)
})

it('warns of a data folder that a cloud’s program syncs', async () => {
  const folder = join(aFolder(), 'Dropbox', 'regulars')
  const { api } = await openKeptShop(folder)
  expect(await api('diagnostics.state', {})).toMatchObject({ folder: { cloud: 'Dropbox' } })
})

it('shows the log, the newest on top, and an empty one where there is none', async () => {
  const folder = aFolder()
  const { api } = await openKeptShop(folder)
  expect(await api('diagnostics.log', {})).toEqual({ lines: [] })
  mkdirSync(join(folder, 'logs'), { recursive: true })
  const line = (second: number) => `2026-11-28T18:42:0${second}.000+0100 [error] start: number ${second}\n`
  writeFileSync(join(folder, 'logs', 'regulars.log'), [1, 2, 3].map(line).join(''))
  const { lines } = await api('diagnostics.log', { limit: 2 })
  expect(lines.map(({ text }) => text)).toEqual(['start: number 3', 'start: number 2'])
})

it('compacting gives back what was freed, and loses nothing of what is done meanwhile', async () => {
  const before = await openKeptShop()
  await before.close()
  const sqlite = new Database(databaseFile(before.dataFolder))
  sqlite.exec('create table ballast as select zeroblob(2000000) as it; drop table ballast')
  sqlite.close()
  const { api } = await openKeptShop(before.dataFolder)
  const free = (await api('diagnostics.state', {})).sizes.free
  expect(free).toBeGreaterThan(500_000)
  const [sizes] = await Promise.all([api.run('database.compact', {}), api('contacts.create', { givenName: 'Meanwhile' })])
  expect(sizes.before - sizes.after).toBeGreaterThan(free / 2)
  expect(await api('contacts.list', {})).toMatchObject({ total: 1 })
  expect(await api('database.check', {})).toMatchObject({ isWhole: true, counts: { contacts: 1 } })
  expect((await api('diagnostics.state', {})).sizes.free).toBeLessThan(free / 2)
})
