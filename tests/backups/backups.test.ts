import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { Decrypter } from 'age-encryption'
import { unpackTar } from 'modern-tar'
import { describe, expect, it, vi } from 'vitest'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { allTables } from '../support/tables.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const backupsIn = (dataFolder: string) => readdirSync(join(dataFolder, 'backups')).filter(name => name.endsWith('.regulars-backup'))
const none = { contacts: 0, visits: 0, invoices: 0, payments: 0, entries: 0, files: 0 }

async function aShop() {
  const shop = await openKeptShop()
  await shop.api('settings.update', { businessName: 'Salon Marlene' })
  const { id } = await shop.api('contacts.create', aContact())
  return { ...shop, anna: id }
}

async function attach({ api, offers, anna }: Awaited<ReturnType<typeof aShop>>, content = 'a consent form') {
  const path = join(aFolder(), 'form.txt')
  writeFileSync(path, content)
  await api.run('attachments.add', { contactId: anna, file: offers.offerRead(path).token })
  return createHash('sha256').update(content).digest('hex')
}

describe('a backup', () => {
  it('is one file that has proved itself, and says what is in it', async () => {
    const { api, dataFolder } = await aShop()
    const backup = await api.run('backups.create', {})
    expect(backup).toMatchObject({
      ...{ place: null, state: 'verified', isEncrypted: false, failure: null, reason: 'asked', shop: 'Salon Marlene' },
      counts: { ...none, contacts: 1 },
    })
    expect(backup.name).toMatch(/^Regulars \d{4}-\d\d-\d\d \d\d-\d\d\.regulars-backup$/)
    expect(backupsIn(dataFolder)).toEqual([backup.name])
    expect(await api('backups.list', {})).toEqual({ today: { ...none, contacts: 1 }, backups: [backup] })
    expect(await api('backups.state', {})).toMatchObject({ newest: backup, hasChanges: false, isOld: false, failure: null })
    expect(readdirSync(join(dataFolder, 'backups')).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('is followed by another once something has changed', async () => {
    const { api } = await aShop()
    await api.run('backups.create', {})
    await api('contacts.create', aContact({ givenName: 'Ilse' }))
    expect(await api('backups.state', {})).toMatchObject({ hasChanges: true })
    const second = await api.run('backups.create', {})
    expect(second.name).toMatch(/ \(2\)\.regulars-backup$/)
    expect((await api('backups.list', {})).backups.map(({ counts }) => counts?.contacts)).toEqual([2, 1])
  })

  it('opens with ordinary programs', async () => {
    const { api, dataFolder } = await aShop()
    const { name } = await api.run('backups.create', {})
    const parts = await unpackTar(zstdDecompressSync(readFileSync(join(dataFolder, 'backups', name))))
    expect(parts.map(({ header }) => header.name)).toEqual(['manifest.json', 'regulars.db'])
    const manifest = JSON.parse(Buffer.from(parts[0]!.data!).toString()) as { database: { sha256: string } }
    expect(createHash('sha256').update(parts[1]!.data!).digest('hex')).toBe(manifest.database.sha256)
  })

  it('is encrypted as age does it, for whoever has the passphrase', async () => {
    const shop = await aShop()
    await attach(shop)
    await shop.api('backups.setPassphrase', { passphrase: 'seven small regulars' })
    const backup = await shop.api.run('backups.create', {})
    expect(backup).toMatchObject({ isEncrypted: true, state: 'verified' })

    const decrypter = new Decrypter()
    decrypter.addPassphrase('seven small regulars')
    const packed = await decrypter.decrypt(readFileSync(join(shop.dataFolder, 'backups', backup.name)))
    const parts = await unpackTar(zstdDecompressSync(packed))
    expect(parts.map(({ header }) => header.name)).toEqual(['manifest.json', 'files-key.txt', 'regulars.db'])
    expect(Buffer.from(parts[1]!.data!).toString()).toMatch(/^AGE-SECRET-KEY-1/)
  })

  it('is none where it cannot be made, and that is told until one could', async () => {
    const { api, dataFolder } = await aShop()
    await api.run('backups.create', {})
    await api('contacts.create', aContact())
    mkdirSync(join(dataFolder, 'backups', 'catalogue.json.part'))
    await expect(api.run('backups.create', {})).rejects.toMatchObject({ code: 'storage' })
    expect((await api('backups.list', {})).backups.filter(({ state }) => state === 'verified')).toHaveLength(1)
    expect(await api('backups.state', {})).toMatchObject({ hasChanges: true })
  })
})

describe('a folder elsewhere', () => {
  it('gets every backup, and attached files once', async () => {
    const shop = await aShop()
    const hash = await attach(shop)
    const place = join(aFolder(), 'stick')
    await shop.api.run('backups.addPlace', { out: shop.offers.offerWrite(place) })
    const { name } = await shop.api.run('backups.create', {})
    expect(readFileSync(join(place, name))).toEqual(readFileSync(join(shop.dataFolder, 'backups', name)))
    expect(readFileSync(join(place, 'files', hash.slice(0, 2), hash), 'utf8')).toBe('a consent form')

    await shop.api('contacts.create', aContact())
    await shop.api.run('backups.create', {})
    expect(readdirSync(join(place, 'files', hash.slice(0, 2)))).toEqual([hash])
    expect((await shop.api('backups.state', {})).places).toMatchObject([{ path: place, failure: null }])
    expect((await shop.api('backups.list', {})).backups.map(({ place, state }) => [place === null, state])).toHaveLength(4)
  })

  it('that is gone keeps no backup from being made, and is told of until it is back', async () => {
    const shop = await aShop()
    const place = join(aFolder(), 'stick')
    await shop.api.run('backups.addPlace', { out: shop.offers.offerWrite(place) })
    execFileSync('mv', [place, `${place}.away`])
    expect(await shop.api.run('backups.create', {})).toMatchObject({ state: 'verified' })
    expect((await shop.api('backups.state', {})).places).toMatchObject([{ failure: { reason: 'placeMissing', params: { path: place } } }])

    execFileSync('mv', [`${place}.away`, place])
    await shop.api.run('backups.copy', {})
    expect((await shop.api('backups.state', {})).places).toMatchObject([{ failure: null }])
    expect(readdirSync(place).filter(name => name.endsWith('.regulars-backup'))).toHaveLength(1)
  })

  it.each(['', 'backups', 'deep/below'])('is not one inside the data folder: %s', async below => {
    const { api, offers, dataFolder } = await aShop()
    await expect(api.run('backups.addPlace', { out: offers.offerWrite(join(dataFolder, below)) })).rejects.toMatchObject({
      failure: { reason: 'placeInside' },
    })
  })
})

describe('a restore', () => {
  it('brings everything back as it was, and can itself be taken back', async () => {
    const shop = await aShop()
    await shop.api('contacts.create', aContact({ givenName: 'Ilse' }))
    const before = allTables(shop.dataFolder)
    const { id } = await shop.api.run('backups.create', {})
    await shop.api('contacts.trash', { ids: [shop.anna] })
    await shop.api('contacts.create', aContact({ givenName: 'Later' }))
    const after = allTables(shop.dataFolder)

    const began = shop.reopened()
    const told: number[] = []
    const restored = await shop.api.run('backups.restore', { id }, { onProgress: ({ done }) => told.push(done) })
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    await began
    expect(allTables(shop.dataFolder)).toEqual(before)
    expect(await shop.api('contacts.list', {})).toMatchObject({ total: 2 })
    expect(await shop.api('backups.state', {})).toMatchObject({ restored: { safety: restored.safety, from: restored.madeAt } })

    const again = shop.reopened()
    await shop.api.run('backups.restore', { id: restored.safety! })
    await again
    expect(allTables(shop.dataFolder)).toEqual(after)
  })

  it('of an earlier one of yesterday leaves it there, although today’s safety copy makes it superfluous', async () => {
    const { api, clock } = await openApp({ dataFolder: aFolder() })
    const backups = async () => (await api('backups.list', {})).backups.map(({ id }) => id)
    const { id: first } = await api.run('backups.create', {})
    await api('contacts.create', aContact())
    const { id: second } = await api.run('backups.create', {})
    clock.now = new Date(clock.now.getTime() + 86_400_000)
    const { safety } = await api.run('backups.restore', { id: first })
    expect(await backups()).toEqual([safety, second, first])
  })

  it('works on another PC with the file, and brings attached files from beside it', async () => {
    const old = await aShop()
    const hash = await attach(old)
    await old.api('backups.setPassphrase', { passphrase: 'seven small regulars' })
    const place = join(aFolder(), 'stick')
    await old.api.run('backups.addPlace', { out: old.offers.offerWrite(place) })
    const { name } = await old.api.run('backups.create', {})
    await old.close()

    const fresh = await openKeptShop()
    const file = fresh.offers.offerRead(join(place, name)).token
    await expect(fresh.api.run('backups.restore', { file })).rejects.toMatchObject({ failure: { reason: 'passphraseMissing' } })
    await expect(fresh.api.run('backups.restore', { file, passphrase: 'wrong' })).rejects.toMatchObject({
      failure: { reason: 'passphraseWrong' },
    })
    const began = fresh.reopened()
    expect(await fresh.api.run('backups.restore', { file, passphrase: 'seven small regulars' })).toMatchObject({
      ...{ counts: { ...none, contacts: 1, files: 1 }, missingFiles: 0 },
    })
    await began
    expect(await fresh.api('contacts.list', {})).toMatchObject({ total: 1 })
    expect(readFileSync(join(fresh.dataFolder, 'files', hash.slice(0, 2), hash), 'utf8')).toBe('a consent form')
  })
})
