import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { keepBackups, type Keeper } from '../../electron/backups/keeper.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

// A backup is written, read back and proved, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })
const patient = { timeout: 60_000, interval: 50 }

const keepers: Keeper[] = []
afterEach(async () => {
  for (const keeper of keepers.splice(0)) await keeper.end()
})

/** A shop whose backups are kept, by a clock that the test sets. */
async function aKeptShop() {
  const dataFolder = aFolder()
  const app = await openApp({ dataFolder })
  const keeper = keepBackups({ app, dataFolder, isOnClock: true, now: () => app.clock.now, report: () => undefined, everyMilliseconds: 20 })
  keepers.push(keeper)
  const backups = (folder = join(dataFolder, 'backups')) => readdirSync(folder).filter(name => name.endsWith('.regulars-backup'))
  return { ...app, backups }
}

it('a clock that was set back keeps no backup from being made, and takes no newer one away', async () => {
  const { api, clock, backups } = await aKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  await vi.waitFor(
    async () => expect(await api('backups.state', {})).toMatchObject({ hasChanges: false, newest: { counts: { contacts: 1 } } }),
    patient,
  )
  clock.now = new Date('2026-09-01T12:00:00.000Z')
  await api('contacts.create', { givenName: 'Ilse' })
  await vi.waitFor(
    async () => expect(await api('backups.state', {})).toMatchObject({ hasChanges: false, newest: { counts: { contacts: 2 } } }),
    patient,
  )
  expect((await api('backups.list', {})).backups.map(({ counts, state }) => [counts?.contacts, state])).toEqual([
    [1, 'verified'],
    [2, 'verified'],
  ])
  clock.now = new Date('2026-11-22T12:00:00.000Z')
  await api('contacts.create', { givenName: 'Zoe' })
  await vi.waitFor(
    async () => expect(await api('backups.state', {})).toMatchObject({ hasChanges: false, newest: { counts: { contacts: 3 } } }),
    patient,
  )
  expect(backups()).toHaveLength(3)
})

it('a place that was in the way of its own backups is tried again until it has the newest', async () => {
  const { api, offers, backups } = await aKeptShop()
  const place = join(aFolder(), 'stick')
  await api.run('backups.addPlace', { out: offers.offerWrite(place) })
  await api('contacts.create', { givenName: 'Anna' })
  await vi.waitFor(() => expect(backups(place)).toHaveLength(1), patient)

  const [name] = backups(place)
  rmSync(join(place, name!))
  mkdirSync(join(place, name!))
  await expect(api.run('backups.copy', {})).resolves.toBe(null)
  expect((await api('backups.state', {})).places[0]!.failure).not.toBe(null)
  rmSync(join(place, name!), { recursive: true })
  writeFileSync(join(place, name!), 'cut short')
  await vi.waitFor(async () => expect((await api('backups.state', {})).places[0]!.failure).toBe(null), patient)
  expect((await api('backups.list', {})).backups.map(({ state }) => state)).toEqual(['verified', 'verified'])
})
