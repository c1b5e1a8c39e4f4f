import { closeSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { migrate } from '../../electron/db/migrate.ts'
import { migrations } from '../../electron/db/migrations/index.ts'
import { databaseFile } from '../../electron/db/open.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { allTables } from '../support/tables.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const broken = { failure: { reason: 'databaseBroken' } }

/** Three hundred clients and one more, with one backup or none. */
async function aShop({ backedUp = true } = {}) {
  const shop = await openKeptShop()
  await shop.api('settings.update', { businessName: 'Salon Marlene' })
  await shop.api.run('demo.fill', { contacts: 300 })
  await shop.api('contacts.create', aContact({ givenName: 'Zoe', familyName: 'Zuletzt' }))
  const backup = backedUp ? await shop.api.run('backups.create', {}) : null
  const tables = allTables(shop.dataFolder)
  await shop.close()
  return { dataFolder: shop.dataFolder, backup, tables }
}

/** Overwrites pages that hold clients, and says how many rows were on them. */
function damagePages(dataFolder: string, count: number) {
  const file = databaseFile(dataFolder)
  const sqlite = new Database(file)
  const leaves = sqlite
    .prepare<[], { pageno: number; ncell: number }>(
      `select pageno, ncell from dbstat where name = 'contact' and pagetype = 'leaf' order by pageno`,
    )
    .all()
  sqlite.close()
  const damaged = leaves.slice(2, 2 + count)
  const handle = openSync(file, 'r+')
  for (const { pageno } of damaged) writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, (pageno - 1) * 4096)
  closeSync(handle)
  return damaged.reduce((sum, { ncell }) => sum + ncell, 0)
}

describe('over a data file that is none', () => {
  it('nothing is written, and what does not help is refused with the reason', async () => {
    const dataFolder = aFolder()
    writeFileSync(databaseFile(dataFolder), 'Dear diary, '.repeat(1000))
    const { api } = await openKeptShop(dataFolder)
    expect(await api('database.state', {})).toMatchObject({ damage: { reason: 'databaseBroken' } })
    for (const call of ['contacts.list', 'settings.get', 'backups.state'] as const)
      await expect(api(call, {})).rejects.toMatchObject(broken)
    await expect(api.run('backups.create', {})).rejects.toMatchObject(broken)
    await expect(api.run('database.salvage', {})).rejects.toMatchObject({ failure: { reason: 'nothingSalvaged' } })
    expect(await api('backups.list', {})).toEqual({ today: null, backups: [] })
    expect(readFileSync(databaseFile(dataFolder), 'utf8')).toBe('Dear diary, '.repeat(1000))
  })

  it('a backup is brought back, and the damaged file is kept beside it', async () => {
    const { dataFolder, backup, tables } = await aShop()
    truncateSync(databaseFile(dataFolder), statSync(databaseFile(dataFolder)).size / 2)
    const { api, reopened } = await openKeptShop(dataFolder)
    expect((await api('backups.list', {})).backups).toEqual([backup])
    const began = reopened()
    expect(await api.run('backups.restore', { id: backup!.id })).toMatchObject({ safety: null })
    await began
    expect(await api('database.state', {})).toEqual({ damage: null, isEncrypted: false })
    expect(allTables(dataFolder)).toEqual(tables)
    expect(readdirSync(join(dataFolder, 'backups')).some(name => name.startsWith('replaced-'))).toBe(true)
  })
})

describe('after an end that was none', () => {
  it('every page is read before anybody writes', async () => {
    const { dataFolder } = await aShop()
    damagePages(dataFolder, 1)
    writeFileSync(join(dataFolder, 'running.json'), '{}')
    const { api } = await openKeptShop(dataFolder)
    expect(await api('database.state', {})).toMatchObject({ damage: { reason: 'databaseBroken' } })
    expect(await api('database.check', {})).toMatchObject({ isWhole: false, failure: { reason: 'databaseBroken' } })
  })

  it('a whole file opens as ever', async () => {
    const { dataFolder } = await aShop({ backedUp: false })
    writeFileSync(join(dataFolder, 'running.json'), '{}')
    const { api } = await openKeptShop(dataFolder)
    expect(await api('database.state', {})).toEqual({ damage: null, isEncrypted: false })
    expect(await api('database.check', {})).toMatchObject({ isWhole: true, counts: { contacts: 301 } })
  })
})

describe('salvaging', () => {
  it('saves every row around damaged pages, says what was lost, and leaves a database that is whole', async () => {
    const { dataFolder } = await aShop({ backedUp: false })
    const onThem = damagePages(dataFolder, 2)
    writeFileSync(join(dataFolder, 'running.json'), '{}')
    const { api, reopened } = await openKeptShop(dataFolder)
    const began = reopened()
    const { tables } = await api.run('database.salvage', {})
    await began
    const contact = tables.find(({ table }) => table === 'contact')!
    expect(onThem).toBeGreaterThan(0)
    expect(contact).toEqual({ table: 'contact', saved: 301 - onThem, lost: onThem })
    expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: contact.saved })
    expect((await api('contacts.search', { text: 'zoe zul' })).map(({ name }) => name)).toEqual(['Zoe Zuletzt'])
    expect(await api('database.check', {})).toMatchObject({ isWhole: true, counts: { contacts: contact.saved } })
  })

  it('of a database that is whole is refused', async () => {
    const { api } = await openKeptShop()
    await expect(api.run('database.salvage', {})).rejects.toMatchObject({ failure: { reason: 'notDamaged' } })
  })
})

it('a database of an older format is backed up before it is changed, and the copy has been through the change already', async () => {
  const dataFolder = aFolder()
  const old = new Database(databaseFile(dataFolder))
  migrate(old, migrations, 19)
  old.close()
  const { api } = await openKeptShop(dataFolder)
  expect((await api('backups.list', {})).backups).toMatchObject([{ reason: 'migration', state: 'verified' }])
})
