import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { killRounds } from '../faults/kill.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'

it('a shop that is killed at any moment has lost nothing that it confirmed, and its books agree', async () => {
  const { rounds, confirmed, losses } = await killRounds(aFolder(), 6)
  expect({ rounds, losses }).toEqual({ rounds: 6, losses: [] })
  expect(confirmed).toBeGreaterThan(0)
}, 300_000)

const mounted: string[] = []
afterEach(() => {
  for (const path of mounted.splice(0)) execFileSync('umount', ['-l', path])
})

/** A disk of a few megabytes. */
function aDisk(megabytes: number) {
  const path = join(aFolder(), 'disk')
  mkdirSync(path)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', path], { stdio: 'ignore' })
  mounted.push(path)
  return {
    path,
    fill() {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(join(path, 'other files'), Buffer.alloc(bavail * bsize - 8192))
    },
    empty: () => writeFileSync(join(path, 'other files'), ''),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', path], { stdio: 'ignore' }),
    unplug: () => void execFileSync('umount', ['-l', path]),
    plugIn: () => void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path]),
  }
}

/** Only who may attach disks can have a full one. */
function canMount() {
  try {
    const path = aFolderBeside()
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' })
    execFileSync('umount', [path])
    return true
  } catch {
    return false
  }
}

function aFolderBeside() {
  const path = join(process.env.TMPDIR ?? '/tmp', `regulars-mount-${process.pid}`)
  mkdirSync(path, { recursive: true })
  return path
}

const reasonAt = async ({ api }: Awaited<ReturnType<typeof openKeptShop>>) =>
  (await api('backups.state', {})).places[0]?.failure?.reason ?? null

describe.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0 || !canMount())('on a disk of its own', () => {
  it('a place that is full, read-only or unplugged is told of, and keeps no backup from being made', async () => {
    const [shop, disk] = [await openKeptShop(), aDisk(40)]
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
    disk.plugIn()
    // Another stick in the same slot is not the one that was chosen.
    expect(await backUp()).toBe('placeMissing')
    expect(readdirSync(disk.path)).toEqual([])
  }, 120_000)

  it('a data folder that is full says so, loses nothing, and goes on once there is room', async () => {
    const disk = aDisk(40)
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
  }, 120_000)
})
