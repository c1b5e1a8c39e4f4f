import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { databaseFile } from '../../electron/db/open.ts'
import { changeNote } from '../../electron/vault/note.ts'
import { aContact } from '../support/factories.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { encrypt, openElsewhere, passphrase, unlock, type KeptShop } from '../support/vault.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

const sealed = { failure: { code: 'forbidden', reason: 'databaseSealed' } }

async function aShop() {
  const shop = await openKeptShop()
  await shop.api('settings.update', { businessName: 'Salon Marlene' })
  await shop.api('contacts.create', aContact({ givenName: 'Zoe', familyName: 'Zuletzt', note: 'allergic to walnuts' }))
  return shop
}

async function anEncryptedShop() {
  const shop = await aShop()
  await encrypt(shop)
  return shop
}

/** Whether any file below a folder holds this text as it is. */
const isReadableIn = (folder: string, text: string): boolean =>
  readdirSync(folder, { withFileTypes: true }).some(entry =>
    entry.isDirectory() ? isReadableIn(join(folder, entry.name), text) : readFileSync(join(folder, entry.name)).includes(text),
  )

const names = async ({ api }: KeptShop) => (await api('contacts.list', { limit: 10 })).contacts.map(({ name }) => name)

it('an encrypted database is read by its passphrase alone, by other programs as well, and by nothing else', async () => {
  const shop = await anEncryptedShop()
  expect(await shop.api('vault.state', {})).toEqual({ isEncrypted: true, isKept: false, canBeKept: false, readable: 1, failure: null })
  expect(await names(shop)).toEqual(['Zoe Zuletzt'])
  await shop.close()
  expect(() => readIn(databaseFile(shop.dataFolder), 'another passphrase')).toThrow('not a database')
  expect(readIn(databaseFile(shop.dataFolder), passphrase)).toEqual(['Zuletzt'])
})

function readIn(file: string, key: string) {
  const sqlite = openElsewhere(file, key)
  try {
    return sqlite.prepare('select familyName from contact').pluck().all()
  } finally {
    sqlite.close()
  }
}

it('nothing that can be read lies on the disk, neither in what is made from then on nor, once they are removed, in backups from before', async () => {
  const shop = await anEncryptedShop()
  const { api, dataFolder } = shop
  await api('contacts.create', aContact({ givenName: 'Ilse', note: 'prefers the window seat' }))
  await expect(api.run('vault.removeReadable', {})).rejects.toMatchObject({ failure: { reason: 'noEncryptedBackup' } })
  const backup = await api.run('backups.create', {})
  expect(backup).toMatchObject({ isEncrypted: true, state: 'verified', counts: { contacts: 2 } })
  expect(isReadableIn(dataFolder, 'window seat')).toBe(false)
  expect(await api.run('vault.removeReadable', {})).toEqual({ removed: 1 })
  expect((await api('backups.list', {})).backups).toEqual([backup])
  expect(await api('vault.state', {})).toMatchObject({ readable: 0 })
  for (const text of ['walnuts', 'window seat', 'Zuletzt']) expect(isReadableIn(dataFolder, text)).toBe(false)
})

describe('at the next start', () => {
  it('the shop waits for its passphrase, answers nothing else, and opens by it', async () => {
    const { dataFolder, close } = await anEncryptedShop()
    await close()
    const shop = await openKeptShop(dataFolder)
    expect(await shop.api('database.state', {})).toEqual({ damage: sealed.failure, isEncrypted: true })
    await expect(shop.api('contacts.list', {})).rejects.toMatchObject(sealed)
    await expect(shop.api.run('backups.create', {})).rejects.toMatchObject(sealed)
    await expect(shop.api.run('vault.encrypt', { passphrase })).rejects.toMatchObject(sealed)
    await unlock(shop)
    expect(await names(shop)).toEqual(['Zoe Zuletzt'])
    await expect(shop.api.run('vault.unlock', { passphrase })).rejects.toMatchObject({ failure: { reason: 'databaseNotLocked' } })
  })

  it('a passphrase that was given along opens it at once, and a wrong one is told of', async () => {
    const { dataFolder, close } = await anEncryptedShop()
    await close()
    const mistaken = await openKeptShop(dataFolder, 'command', 'seven small irregulars')
    await expect(mistaken.api('contacts.list', {})).rejects.toMatchObject({ failure: { reason: 'databasePassphraseWrong' } })
    await mistaken.close()
    expect(await names(await openKeptShop(dataFolder, 'command', passphrase))).toEqual(['Zoe Zuletzt'])
  })

  it('whoever guesses has to wait, longer each time, also after a new start', async () => {
    const { dataFolder, close } = await anEncryptedShop()
    await close()
    const shop = await openKeptShop(dataFolder)
    const guess = () => shop.api.run('vault.unlock', { passphrase: 'a guess' })
    for (let count = 0; count < 3; count++) await expect(guess()).rejects.toMatchObject({ failure: { reason: 'databasePassphraseWrong' } })
    await expect(guess()).rejects.toMatchObject({ failure: { reason: 'databaseTooSoon' } })
    await shop.close()
    changeNote(dataFolder, { attempts: { count: 10, lastAt: new Date().toISOString() } })
    const again = await openKeptShop(dataFolder)
    await expect(again.api.run('vault.unlock', { passphrase })).rejects.toMatchObject({ failure: { reason: 'databaseTooSoon' } })
  })

  it('the passphrase alone is enough: what is noted beside the database may be lost', async () => {
    const { dataFolder, close } = await anEncryptedShop()
    await close()
    rmSync(join(dataFolder, 'vault.json'))
    const shop = await openKeptShop(dataFolder)
    await expect(shop.api.run('vault.unlock', { passphrase: 'a guess' })).rejects.toMatchObject({
      failure: { reason: 'databasePassphraseWrong' },
    })
    await unlock(shop)
    expect(await names(shop)).toEqual(['Zoe Zuletzt'])
  })
})

describe('a shop that is encrypted', () => {
  it('gets another passphrase, by today’s', async () => {
    const shop = await anEncryptedShop()
    const next = 'eight large irregulars'
    await expect(shop.api.run('vault.encrypt', { passphrase: next })).rejects.toMatchObject({
      failure: { reason: 'databasePassphraseWrong' },
    })
    await encrypt(shop, { passphrase: next, current: passphrase })
    await shop.close()
    expect(() => readIn(databaseFile(shop.dataFolder), passphrase)).toThrow('not a database')
    expect(readIn(databaseFile(shop.dataFolder), next)).toEqual(['Zuletzt'])
  })

  it('is decrypted by its passphrase, and opens without one from then on', async () => {
    const shop = await anEncryptedShop()
    await expect(shop.api.run('vault.decrypt', { current: 'a guess' })).rejects.toMatchObject({
      failure: { reason: 'databasePassphraseWrong' },
    })
    const began = shop.reopened()
    await shop.api.run('vault.decrypt', { current: passphrase })
    await began
    expect(await shop.api('vault.state', {})).toMatchObject({ isEncrypted: false, failure: null })
    await shop.close()
    expect(await names(await openKeptShop(shop.dataFolder))).toEqual(['Zoe Zuletzt'])
  })

  it('works as ever: bulk work, compacting, the check of every page', async () => {
    const shop = await anEncryptedShop()
    await shop.api.run('demo.fill', { contacts: 50 })
    await shop.api.run('database.compact', {})
    expect(await shop.api('database.check', {})).toMatchObject({ isWhole: true, counts: { contacts: 51 } })
  })
})
