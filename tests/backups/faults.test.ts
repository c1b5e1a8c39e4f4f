import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { databaseFile } from '../../electron/db/open.ts'
import { cloudRounds } from '../faults/cloud.ts'
import { canMount, smallDisk, unmountAll } from '../faults/disks.ts'
import { changes, killedAt, shopBefore } from '../faults/encryption-steps.ts'
import { fullRounds } from '../faults/full.ts'
import { killRounds } from '../faults/kill.ts'
import { restoreRounds } from '../faults/restore.ts'
import { yankRounds } from '../faults/yank.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'

const patience = 300_000
afterEach(unmountAll)

it(
  'a shop that is killed at any moment has lost nothing that it confirmed, and its books agree',
  async () => {
    const { rounds, confirmed, losses } = await killRounds(aFolder(), 6)
    expect({ rounds, losses }).toEqual({ rounds: 6, losses: [] })
    expect(confirmed).toBeGreaterThan(0)
  },
  patience,
)

it(
  'a shop that is killed while it goes back to a backup has gone back, or has not',
  async () => {
    expect(await restoreRounds(aFolder(), 2)).toMatchObject({ rounds: 2, losses: [] })
  },
  patience,
)

it.each(changes.slice(1).map(change => [change.call, change] as const))(
  'a shop that is killed when %s has exchanged the file is opened by who knows either passphrase, and so are its backups',
  async (_, change) => {
    const folder = aFolder()
    const before = await shopBefore(join(folder, 'before'), change)
    expect(await killedAt('regulars.db', change, before, join(folder, 'data'))).toEqual({ wasKilled: true, losses: [] })
  },
  patience,
)

it(
  'a folder in which a cloud’s program takes, empties and doubles files keeps no backup from being one',
  async () => {
    expect(await cloudRounds(aFolder(), 4)).toMatchObject({ rounds: 4, backups: 4, losses: [] })
  },
  patience,
)

it(
  'a data file that another program holds is waited for, told of, and worked with again once it is free',
  async () => {
    const { api, dataFolder, close } = await openKeptShop()
    await api('contacts.create', { givenName: 'Before' })
    const other = new Database(databaseFile(dataFolder))
    other.exec('begin immediate')
    await expect(api('contacts.create', { givenName: 'Meanwhile' })).rejects.toMatchObject({ code: 'busy' })
    expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: 1 })
    expect(await api.run('backups.create', {})).toMatchObject({ state: 'verified', counts: { contacts: 1 } })
    other.exec('rollback')
    await api('contacts.create', { givenName: 'After' })
    await close()

    other.pragma('locking_mode = exclusive')
    other.exec('begin exclusive')
    await expect(openKeptShop(dataFolder)).rejects.toMatchObject({ failure: { reason: 'databaseLocked' } })
    other.close()
    const again = await openKeptShop(dataFolder)
    expect(await again.api('contacts.list', { limit: 1 })).toMatchObject({ total: 2 })
  },
  patience,
)

const reasonAt = async ({ api }: Awaited<ReturnType<typeof openKeptShop>>) =>
  (await api('backups.state', {})).places[0]?.failure?.reason ?? null

describe.skipIf(!canMount())('on a disk of its own', () => {
  it(
    'a stick that is pulled out during a backup costs nothing but its own copy, which comes when it does',
    async () => {
      expect(await yankRounds(aFolder(), 4)).toMatchObject({ rounds: 4, backups: 4, losses: [] })
    },
    patience,
  )

  it(
    'a disk that fills up at any moment loses nothing that was confirmed',
    async () => {
      expect(await fullRounds(aFolder(), 3)).toMatchObject({ rounds: 3, losses: [] })
    },
    patience,
  )

  it(
    'a data folder that can only be read says so, is left as it is, and opens once it can be written to',
    async () => {
      const disk = smallDisk(aFolder(), 40)
      const dataFolder = join(disk.path, 'data')
      const shop = await openKeptShop(dataFolder)
      await shop.api('contacts.create', { givenName: 'Anna' })
      await shop.close()
      disk.makeReadOnly()
      await expect(openKeptShop(dataFolder)).rejects.toMatchObject({ failure: { reason: 'folderUnusable' } })
      disk.makeWritable()
      const { api } = await openKeptShop(dataFolder)
      expect(await api('contacts.list', { limit: 1 })).toMatchObject({ total: 1 })
    },
    patience,
  )

  it(
    'a place that is full, read-only or unplugged is told of, and keeps no backup from being made',
    async () => {
      const [shop, disk] = [await openKeptShop(), smallDisk(aFolder(), 40)]
      await shop.api.run('backups.addPlace', { out: shop.offers.offerWrite(disk.path) })
      const backUp = async () => {
        await shop.api('contacts.create', { givenName: 'Anna' })
        expect(await shop.api.run('backups.create', {})).toMatchObject({ state: 'verified', place: null })
        return reasonAt(shop)
      }
      expect(await backUp()).toBe(null)
      disk.fill()
      expect(await backUp()).toBe('placeFull')
      disk.empty()
      expect(await backUp()).toBe(null)
      disk.makeReadOnly()
      expect(await backUp()).toBe('placeReadOnly')
      disk.unplug()
      expect(await backUp()).toBe('placeMissing')
      disk.plugInAnother()
      // Another stick in the same slot is not the one that was chosen.
      expect(await backUp()).toBe('placeMissing')
      expect(readdirSync(disk.path)).toEqual([])
    },
    patience,
  )

  it(
    'a restore for whose safety copy there is no room keeps what it replaces',
    async () => {
      const disk = smallDisk(aFolder(), 90)
      const filled = await openKeptShop(join(disk.path, 'data'))
      await filled.api('settings.update', { businessName: 'Salon Marlene' })
      await filled.api.run('demo.fill', { contacts: 3000 })
      await filled.close()
      const { api, dataFolder, reopened } = await openKeptShop(filled.dataFolder)
      const { id } = await api.run('backups.create', {})
      await api('contacts.create', { givenName: 'Later' })
      const { size } = statSync(databaseFile(dataFolder))
      // Enough to unpack the backup, with what is always left free, but not for a second copy.
      disk.fill(size + 17 * 1024 * 1024)
      const began = reopened()
      expect(await api.run('backups.restore', { id })).toMatchObject({ safety: null })
      await began
      expect(await api('contacts.search', { text: 'Later' })).toEqual([])
      expect(await api('backups.state', {})).toMatchObject({ restored: { safety: null } })
      const [kept] = readdirSync(join(dataFolder, 'backups')).filter(name => name.startsWith('replaced-'))
      const replaced = new Database(join(dataFolder, 'backups', kept!, 'regulars.db'))
      expect(replaced.prepare("select count(*) as count from contact where givenName = 'Later'").get()).toEqual({ count: 1 })
      replaced.close()
    },
    patience,
  )

  it(
    'a data folder that is full says so, loses nothing, and goes on once there is room',
    async () => {
      const disk = smallDisk(aFolder(), 40)
      const shop = await openKeptShop(join(disk.path, 'data'))
      await shop.api('contacts.create', { givenName: 'Before' })
      await shop.api.run('backups.create', {})
      disk.fill()
      await expect(shop.api.run('backups.create', {})).rejects.toMatchObject({ code: 'storage' })
      const confirmed: number[] = []
      for (let index = 0; index < 50; index++) {
        const made = await shop.api('contacts.create', { givenName: 'Meanwhile', note: 'x'.repeat(9000) }).catch((error: unknown) => {
          expect(error).toMatchObject({ failure: { reason: 'diskFull' } })
          return null
        })
        if (made) confirmed.push(made.id)
      }
      expect(confirmed.length).toBeLessThan(50)
      disk.empty()
      await shop.api('contacts.create', { givenName: 'After' })
      expect(await shop.api('contacts.list', { limit: 1 })).toMatchObject({ total: confirmed.length + 2 })
      expect(await shop.api.run('backups.create', {})).toMatchObject({ counts: { contacts: confirmed.length + 2 } })
      expect(await shop.api('database.check', {})).toMatchObject({ isWhole: true })
    },
    patience,
  )
})
