import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Encrypter } from 'age-encryption'
import Database from 'better-sqlite3'
import { packTar, type TarEntry } from 'modern-tar'
import { expect, it, vi } from 'vitest'
import { migrate } from '../../electron/db/migrate.ts'
import { aFolder } from '../support/folder.ts'
import { openKeptShop } from '../support/kept-shop.ts'

// Each shop begins and ends workers of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

/** The database of an empty shop, as it would lie in a backup. */
function aDatabase(change: (sqlite: Database.Database) => void = () => undefined) {
  const path = join(aFolder(), 'made.db')
  const sqlite = new Database(path)
  migrate(sqlite)
  change(sqlite)
  sqlite.close()
  return readFileSync(path)
}

const manifestOf = (database: Buffer, over: object = {}) => ({
  ...{
    format: 1,
    app: '0.1.0',
    schema: 21,
    source: 'elsewhere',
    number: 1,
    shop: 'Salon',
    madeAt: '2026-11-28T17:42:00.000Z',
    reason: 'asked',
  },
  counts: { contacts: 0, visits: 0, invoices: 0, payments: 0, entries: 0, files: 0 },
  ...{ lastChangeAt: null, mark: '0', compression: 'gzip' },
  database: { bytes: database.length, sha256: createHash('sha256').update(database).digest('hex') },
  ...over,
})
const entry = (name: string, body: string | Buffer, over: Partial<TarEntry['header']> = {}): TarEntry => ({
  header: { name, size: Buffer.byteLength(body), type: 'file', ...over },
  body: typeof body === 'string' ? body : new Uint8Array(body),
})
const packed = async (...entries: TarEntry[]) => gzipSync(await packTar(entries))
const aBackup = (database = aDatabase(), over: object = {}) =>
  packed(entry('manifest.json', JSON.stringify(manifestOf(database, over))), entry('regulars.db', database))

const flipped = (file: Buffer, at: number) => {
  const copy = Buffer.from(file)
  copy[at]! ^= 1
  return copy
}

const files: Record<string, [reason: string, make: () => Promise<Buffer> | Buffer]> = {
  'an empty file': ['backupDamaged', () => Buffer.alloc(0)],
  'a text': ['backupForeign', () => Buffer.from('Dear diary, today I made a backup.')],
  'a database without its wrapping': ['backupForeign', () => aDatabase()],
  'one that was cut short': ['backupDamaged', async () => (await aBackup()).subarray(0, 3000)],
  'one with a flipped bit': ['backupDamaged', async () => flipped(await aBackup(), 2000)],
  'one from a later version': ['backupNewer', () => aBackup(aDatabase(), { format: 2 })],
  'a database from a later version': ['databaseNewer', () => aBackup(aDatabase(sqlite => sqlite.pragma('user_version = 999')))],
  'a database that is another one than its manifest says': [
    'backupDamaged',
    () => aBackup(aDatabase(), { database: { bytes: aDatabase().length, sha256: '0'.repeat(64) } }),
  ],
  'one whose database is none': ['databaseBroken', () => aBackup(Buffer.from('x'.repeat(8192)))],
  'one whose database contradicts itself': [
    'referencesBroken',
    () =>
      aBackup(
        aDatabase(sqlite => {
          sqlite.pragma('foreign_keys = off')
          sqlite.exec("insert into change (operationId, tableName, rowKey, action) values (77, 'contact', '[1]', 'insert')")
        }),
      ),
  ],
  'one with a path out of the folder': ['backupForeign', () => packed(entry('../../evil.txt', 'evil'))],
  'one with an absolute path': ['backupForeign', () => packed(entry('/tmp/evil.txt', 'evil'))],
  'one with a link for its database': [
    'backupForeign',
    async () => {
      const link = entry('regulars.db', '', { type: 'symlink', linkname: '/etc/passwd', size: 0 })
      return packed(entry('manifest.json', JSON.stringify(manifestOf(aDatabase()))), link)
    },
  ],
  'one with something behind the database': [
    'backupForeign',
    () => {
      const database = aDatabase()
      return packed(entry('manifest.json', JSON.stringify(manifestOf(database))), entry('regulars.db', database), entry('more', 'x'))
    },
  ],
  'one without a database': ['backupDamaged', () => packed(entry('manifest.json', JSON.stringify(manifestOf(aDatabase()))))],
  'one with a huge manifest': ['backupForeign', () => packed(entry('manifest.json', ' '.repeat(1_000_000)))],
  'a bomb': [
    'noRoom',
    async () => {
      const manifest = JSON.stringify(manifestOf(aDatabase(), { database: { bytes: 8 ** 14, sha256: '0'.repeat(64) } }))
      // The header claims what no disk has; zeros for the rest would compress to nothing.
      const tar = Buffer.from(await packTar([entry('manifest.json', manifest), entry('regulars.db', 'x')]))
      const header = tar.lastIndexOf('regulars.db')
      tar.fill(0, header + 124, header + 136)
      tar[header + 124] = 0x80
      tar.writeBigUInt64BE(BigInt(8 ** 14), header + 128)
      tar.fill(' ', header + 148, header + 156)
      const sum = tar.subarray(header, header + 512).reduce((all, byte) => all + byte, 0)
      tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, header + 148, 'latin1')
      return gzipSync(Buffer.concat([tar.subarray(0, header + 512), Buffer.alloc(1_000_000)]))
    },
  ],
  'an encrypted one without its passphrase': [
    'passphraseMissing',
    async () => {
      const encrypter = new Encrypter()
      encrypter.setScryptWorkFactor(10)
      encrypter.setPassphrase('somebody else’s')
      return Buffer.from(await encrypter.encrypt(new Uint8Array(await aBackup())))
    },
  ],
}

it('refuses whatever is no whole backup of this program with its reason, and leaves today’s data alone', async () => {
  const { api, offers, dataFolder } = await openKeptShop()
  const { id } = await api('contacts.create', { givenName: 'Anna' })
  const told: Record<string, unknown> = {}
  for (const [what, [, make]] of Object.entries(files)) {
    const path = join(aFolder(), 'deep', 'down', 'foreign.regulars-backup')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, await make())
    const restoring = api.run('backups.restore', { file: offers.offerRead(path).token })
    told[what] = await restoring.then(
      () => 'restored',
      (error: { failure: { reason: string } }) => error.failure.reason,
    )
    expect(existsSync(join(dirname(path), '..', '..', 'evil.txt'))).toBe(false)
  }
  expect(told).toEqual(Object.fromEntries(Object.entries(files).map(([what, [reason]]) => [what, reason])))
  expect(await api('contacts.get', { id })).toMatchObject({ givenName: 'Anna' })
  expect(readdirSync(join(dataFolder, 'backups')).filter(name => name !== 'catalogue.json')).toEqual([])
})

it('takes one from a stranger that is whole', async () => {
  const { api, offers } = await openKeptShop()
  const path = join(aFolder(), 'whole.regulars-backup')
  writeFileSync(path, await aBackup())
  expect(await api.run('backups.verify', { file: offers.offerRead(path).token })).toMatchObject({ state: 'verified', shop: 'Salon' })
})

it('looks behind no link in its own folder, and finds its way among ten thousand old ones', async () => {
  const { api, dataFolder } = await openKeptShop()
  await api('contacts.create', { givenName: 'Anna' })
  const { id } = await api.run('backups.create', {})
  symlinkSync('/etc/passwd', join(dataFolder, 'backups', 'Regulars.regulars-backup'))
  await expect(api.run('backups.verify', { id: 'here/Regulars.regulars-backup' })).rejects.toMatchObject({
    failure: { reason: 'backupGone' },
  })
  for (const bad of ['here/..', 'here/../../x', '../x', 'nowhere/x', ''])
    await expect(api.run('backups.verify', { id: bad })).rejects.toMatchObject({ code: 'notFound' })

  for (let index = 0; index < 10_000; index++) writeFileSync(join(dataFolder, 'backups', `old ${index}.regulars-backup`), '')
  const { backups } = await api('backups.list', {})
  expect(backups).toHaveLength(500)
  expect(await api('backups.state', {})).toMatchObject({ newest: { id } })
})
