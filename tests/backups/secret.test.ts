import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { plainOf } from '../../electron/backups/archive-forms.ts'
import { giveKeychain, hearSecrets, tellSecrets, unsealed, type Keychain } from '../../electron/secrets.ts'
import { openKeptShop } from '../support/kept-shop.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

/** As a system's: what it sealed it opens again, for its own user. */
const aKeychain = (user: string): Keychain => ({
  seal: secret => Buffer.from(`${user}:${secret}`).toString('base64'),
  open(closed) {
    const [whose, ...secret] = Buffer.from(closed, 'base64').toString().split(':')
    if (whose !== user) throw new Error('not for you')
    return secret.join(':')
  },
})

/** A test's own process, which has never asked a keychain. */
let user = 0
beforeEach(() => void user++)
afterEach(() => giveKeychain(null))

const settingsIn = (dataFolder: string) => readFileSync(join(dataFolder, 'backups', 'settings.json'), 'utf8')
const passphrase = 'seven small regulars'

it('the passphrase of backups lies with the system where that keeps secrets, and in no file', async () => {
  giveKeychain(aKeychain(`anna ${user}`))
  const { api, dataFolder } = await openKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  await api('backups.setPassphrase', { passphrase })
  expect(settingsIn(dataFolder)).not.toMatch(/seven small regulars|AGE-SECRET-KEY/)
  expect(await api('backups.state', {})).toMatchObject({ isEncrypted: true, passphraseKeptBy: 'system' })
  expect(await api.run('backups.create', {})).toMatchObject({ isEncrypted: true, state: 'verified' })
  await api('backups.setPassphrase', { passphrase: null })
  expect(await api('backups.state', {})).toMatchObject({ isEncrypted: false, passphraseKeptBy: null })
})

it('it lies in the data folder where the system keeps none, and the settings say so', async () => {
  const { api, dataFolder } = await openKeptShop()
  await api('backups.setPassphrase', { passphrase })
  expect(settingsIn(dataFolder)).toContain(passphrase)
  expect(await api('backups.state', {})).toMatchObject({ isEncrypted: true, passphraseKeptBy: 'file' })
})

it('whoever is not given it makes no backup that anybody could read, and may set another', async () => {
  const { api, dataFolder } = await openKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  const closed = aKeychain('somebody else').seal(JSON.stringify({ passphrase, filesKey: `key ${user}` }))
  giveKeychain(aKeychain('anna'))
  expect(unsealed(closed)).toBe(null)
  writeFileSync(
    join(dataFolder, 'backups', 'settings.json'),
    JSON.stringify({
      everyMinutes: 30,
      keep: { days: 14, weeks: 8, months: 12 },
      passphrase: null,
      filesKey: null,
      sealed: closed,
      places: [],
    }),
  )
  await expect(api.run('backups.create', {})).rejects.toMatchObject({ failure: { reason: 'passphraseLocked' } })
  expect(await api('backups.state', {})).toMatchObject({ isEncrypted: true, failure: { reason: 'passphraseLocked' } })
  await api('backups.setPassphrase', { passphrase: 'another one, longer' })
  expect(await api.run('backups.create', {})).toMatchObject({ isEncrypted: true, state: 'verified' })
})

it('a passphrase opens a backup as the sheet prints it, however the keyboard wrote its accents', async () => {
  const printed = 'sieben große Stammgäste'
  const { api, dataFolder } = await openKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  await api('backups.setPassphrase', { passphrase: printed.normalize('NFD') })
  const { name } = await api.run('backups.create', {})
  const other = await openKeptShop()
  const verified = (passphrase: string) => {
    const file = other.offers.offerRead(join(dataFolder, 'backups', name)).token
    return other.api.run('backups.verify', { file, passphrase })
  }
  for (const form of ['NFC', 'NFD']) expect(await verified(printed.normalize(form))).toMatchObject({ isEncrypted: true, state: 'verified' })
  await expect(verified('sieben grosse Stammgaeste')).rejects.toMatchObject({ failure: { reason: 'passphraseWrong' } })
})

it('what another program encrypted is opened by the passphrase as it was typed there', async () => {
  const typed = 'sieben große Stammgäste'.normalize('NFD')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(typed)
  const file = Readable.from([await encrypter.encrypt(gzipSync('a backup'))])
  const { plain, isEncrypted } = await plainOf(file, [typed])
  expect([await text(plain), isEncrypted]).toEqual(['a backup', true])
})

it('threads know what they are told', () => {
  hearSecrets([['closed', 'open']])
  expect(unsealed('closed')).toBe('open')
  expect(tellSecrets()).toContainEqual(['closed', 'open'])
})
