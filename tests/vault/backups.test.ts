import { closeSync, openSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { databaseFile } from '../../electron/db/open.ts'
import { giveKeychain } from '../../electron/secrets.ts'
import { aContact } from '../support/factories.ts'
import { openKeptShop } from '../support/kept-shop.ts'
import { encrypt, openElsewhere, passphrase, unlock, type KeptShop } from '../support/vault.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })
afterEach(() => giveKeychain(null))

const isPlain = (dataFolder: string) => readFileSync(databaseFile(dataFolder)).includes('SQLite format 3')
const names = async ({ api }: KeptShop) => (await api('contacts.list', { limit: 10 })).contacts.map(({ name }) => name)

async function aShopWith(familyName: string) {
  const shop = await openKeptShop()
  await shop.api('settings.update', { businessName: 'Salon Marlene' })
  await shop.api('contacts.create', aContact({ givenName: 'Zoe', familyName }))
  return shop
}

async function restored({ api, reopened }: KeptShop, wanted: Parameters<typeof api.run<'backups.restore'>>[1]) {
  const began = reopened()
  await api.run('backups.restore', wanted)
  await began
}

describe('a backup', () => {
  it('from before the encryption comes back encrypted as today, and one of an earlier passphrase by that', async () => {
    const shop = await aShopWith('Zuletzt')
    const plain = await shop.api.run('backups.create', {})
    await encrypt(shop)
    await shop.api('contacts.create', aContact({ givenName: 'Ilse', familyName: 'Später' }))
    const first = await shop.api.run('backups.create', {})
    await restored(shop, { id: plain.id })
    expect(await names(shop)).toEqual(['Zoe Zuletzt'])
    expect(isPlain(shop.dataFolder)).toBe(false)
    await encrypt(shop, { passphrase: 'eight large irregulars', current: passphrase })
    await shop.close()

    const next = await openKeptShop(shop.dataFolder, 'command', 'eight large irregulars')
    await expect(next.api.run('backups.restore', { id: first.id })).rejects.toMatchObject({ failure: { reason: 'passphraseMissing' } })
    await restored(next, { id: first.id, passphrase })
    expect(await names(next)).toHaveLength(2)
    await next.close()
    expect(await names(await openKeptShop(shop.dataFolder, 'command', 'eight large irregulars'))).toHaveLength(2)
  })

  it('of an encrypted shop brings its passphrase to another PC, and is opened by nothing else', async () => {
    const shop = await aShopWith('Zuletzt')
    await encrypt(shop)
    const { name } = await shop.api.run('backups.create', {})
    await shop.close()
    const file = join(shop.dataFolder, 'backups', name)

    const other = await openKeptShop()
    const token = () => other.offers.offerRead(file).token
    await expect(other.api.run('backups.restore', { file: token() })).rejects.toMatchObject({ failure: { reason: 'passphraseMissing' } })
    await expect(other.api.run('backups.restore', { file: token(), passphrase: 'a guess' })).rejects.toMatchObject({
      failure: { reason: 'passphraseWrong' },
    })
    await restored(other, { file: token(), passphrase })
    expect(await names(other)).toEqual(['Zoe Zuletzt'])
    expect(isPlain(other.dataFolder)).toBe(false)
    await other.close()
    const again = await openKeptShop(other.dataFolder)
    await unlock(again)
    expect(await names(again)).toEqual(['Zoe Zuletzt'])
  })

  it('with a passphrase of its own over that of the data asks another PC for both, one after the other', async () => {
    const shop = await aShopWith('Zuletzt')
    await encrypt(shop)
    await shop.api('backups.setPassphrase', { passphrase: 'nine lives of a cat' })
    const { name } = await shop.api.run('backups.create', {})
    await shop.close()

    const other = await openKeptShop()
    const file = () => ({ file: other.offers.offerRead(join(shop.dataFolder, 'backups', name)).token })
    const own = { passphrase: 'nine lives of a cat' }
    for (const [given, reason] of [
      [{}, 'passphraseMissing'],
      [own, 'dataPassphraseMissing'],
      [{ ...own, databasePassphrase: 'a guess' }, 'dataPassphraseWrong'],
    ] as const)
      await expect(other.api.run('backups.restore', { ...file(), ...given })).rejects.toMatchObject({ failure: { reason } })
    await restored(other, { ...file(), ...own, databasePassphrase: passphrase })
    expect(await names(other)).toEqual(['Zoe Zuletzt'])
    expect(isPlain(other.dataFolder)).toBe(false)
  })

  it.each([
    ['from before', false],
    ['from since', true],
  ])('%s lies beside an encrypted shop, and one client comes back', async (_, isSince) => {
    const shop = await aShopWith('Zuletzt')
    const before = await shop.api.run('backups.create', {})
    await encrypt(shop)
    const since = await shop.api.run('backups.create', {})
    const [contact] = (await shop.api('contacts.list', { limit: 1 })).contacts
    await shop.api('contacts.update', { id: contact!.id, familyName: 'Anders' })
    const { id } = isSince ? since : before
    expect(await shop.api.run('backups.contacts', { id })).toMatchObject([{ name: 'Zoe Zuletzt', state: 'changed' }])
    await shop.api.run('backups.bringBack', { id, contacts: [contact!.id] })
    expect(await names(shop)).toEqual(['Zoe Zuletzt'])
  })
})

describe('the passphrase of the backups', () => {
  it('is not readable beside an encrypted database, also where the system keeps no secrets', async () => {
    const shop = await aShopWith('Zuletzt')
    await shop.api('backups.setPassphrase', { passphrase: 'lost sticks are read by nobody' })
    const settings = () => readFileSync(join(shop.dataFolder, 'backups', 'settings.json'), 'utf8')
    expect(settings()).toContain('lost sticks')
    await encrypt(shop)
    expect(settings()).not.toMatch(/lost sticks|AGE-SECRET-KEY/)
    expect(await shop.api('backups.state', {})).toMatchObject({ isEncrypted: true, passphraseKeptBy: 'database' })
    const backup = await shop.api.run('backups.create', {})
    expect(await shop.api.run('backups.verify', { id: backup.id })).toMatchObject({ state: 'verified' })
    await encrypt(shop, { passphrase: 'eight large irregulars', current: passphrase })
    expect(await shop.api.run('backups.create', {})).toMatchObject({ isEncrypted: true, state: 'verified' })
    const began = shop.reopened()
    await shop.api.run('vault.decrypt', { current: 'eight large irregulars' })
    await began
    expect(await shop.api('backups.state', {})).toMatchObject({ isEncrypted: true, passphraseKeptBy: 'file' })
  })
})

describe('the system', () => {
  const keychain = {
    seal: (secret: string) => Buffer.from(secret).toString('base64'),
    open: (closed: string) => Buffer.from(closed, 'base64').toString(),
  }

  it('opens the shop for its user where that is wanted, also by a new passphrase, and no longer where it is not', async () => {
    giveKeychain(keychain)
    const shop = await aShopWith('Zuletzt')
    await expect(shop.api('vault.keep', { isKept: true })).rejects.toMatchObject({ failure: { reason: 'databaseNotEncrypted' } })
    await encrypt(shop)
    await shop.api('vault.keep', { isKept: true })
    await encrypt(shop, { passphrase: 'eight large irregulars', current: passphrase })
    await shop.close()
    const again = await openKeptShop(shop.dataFolder)
    expect(await again.api('vault.state', {})).toMatchObject({ isKept: true, canBeKept: true })
    expect(await names(again)).toEqual(['Zoe Zuletzt'])
    await again.api('vault.keep', { isKept: false })
    await again.close()
    expect(await (await openKeptShop(shop.dataFolder)).api('database.state', {})).toMatchObject({ damage: { reason: 'databaseSealed' } })
  })

  it('is asked for no key by a change from where it cannot be asked; the passphrase opens the shop then', async () => {
    giveKeychain(keychain)
    const shop = await aShopWith('Zuletzt')
    await encrypt(shop)
    await shop.api('vault.keep', { isKept: true })
    // As from a terminal, or a browser.
    giveKeychain(null)
    await encrypt(shop, { passphrase: 'eight large irregulars', current: passphrase })
    expect(await names(shop)).toEqual(['Zoe Zuletzt'])
    expect(await shop.api('vault.state', {})).toMatchObject({ isEncrypted: true, isKept: false, failure: null })
  })

  it('that keeps no secrets is not asked to', async () => {
    const shop = await aShopWith('Zuletzt')
    await encrypt(shop)
    await expect(shop.api('vault.keep', { isKept: true })).rejects.toMatchObject({ failure: { reason: 'noKeychain' } })
  })
})

describe('over an encrypted file that is damaged', () => {
  async function anEncryptedShop() {
    const shop = await aShopWith('Zuletzt')
    await shop.api.run('demo.fill', { contacts: 300 })
    await encrypt(shop)
    const backup = await shop.api.run('backups.create', {})
    await shop.close()
    return { dataFolder: shop.dataFolder, backup }
  }

  function overwrite(file: string, page: number) {
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(3000, 0x5a), 0, 3000, page * 4096 + 100)
    closeSync(handle)
  }

  function leavesOfContacts(file: string) {
    const sqlite = openElsewhere(file)
    const leaves = sqlite.prepare<[], { pageno: number; ncell: number }>(
      `select pageno, ncell from dbstat where name = 'contact' and pagetype = 'leaf' order by pageno`,
    )
    try {
      return leaves.all()
    } finally {
      sqlite.close()
    }
  }

  it('the right passphrase is right also where the first page is damaged, and a backup brings the shop back', async () => {
    const { dataFolder, backup } = await anEncryptedShop()
    overwrite(databaseFile(dataFolder), 0)
    const shop = await openKeptShop(dataFolder)
    await unlock(shop)
    expect(await shop.api('database.state', {})).toMatchObject({ damage: { reason: 'databaseBroken' }, isEncrypted: true })
    await expect(shop.api.run('database.salvage', {})).rejects.toMatchObject({ failure: { reason: 'nothingSalvaged' } })
    await restored(shop, { id: backup.id })
    expect((await shop.api('contacts.list', { limit: 1 })).total).toBe(301)
  })

  it('one that was cut short is told from one that is whole', async () => {
    const { dataFolder } = await anEncryptedShop()
    truncateSync(databaseFile(dataFolder), Math.floor(statSync(databaseFile(dataFolder)).size / 8192) * 4096)
    const shop = await openKeptShop(dataFolder)
    await unlock(shop)
    expect(await shop.api('database.state', {})).toMatchObject({ damage: { reason: 'databaseBroken' } })
  })

  it('what lies on other pages is salvaged, into a file that is encrypted as well', async () => {
    const { dataFolder } = await anEncryptedShop()
    const [second, third] = leavesOfContacts(databaseFile(dataFolder)).slice(1)
    for (const { pageno } of [second!, third!]) overwrite(databaseFile(dataFolder), pageno - 1)
    writeFileSync(join(dataFolder, 'running.json'), '{}')
    const shop = await openKeptShop(dataFolder, 'command', passphrase)
    expect(await shop.api('database.state', {})).toMatchObject({ damage: { reason: 'databaseBroken' } })
    const began = shop.reopened()
    const { tables } = await shop.api.run('database.salvage', {})
    await began
    const lost = second!.ncell + third!.ncell
    const saved = 301 - lost
    expect(tables.find(({ table }) => table === 'contact')).toEqual({ table: 'contact', saved, lost })
    expect(await shop.api('database.check', {})).toMatchObject({ isWhole: true, counts: { contacts: saved } })
    await shop.close()
    expect(isPlain(dataFolder)).toBe(false)
    expect(readdirSync(join(dataFolder, 'backups')).some(name => name.startsWith('replaced-'))).toBe(true)
  })
})
