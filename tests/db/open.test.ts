import { chmodSync, mkdirSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { databaseFile, openDatabase } from '../../electron/db/open.ts'
import { explainStorage } from '../../electron/db/failures.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder, workerFile } from '../support/folder.ts'

const failing = (reason: string) => expect.objectContaining({ failure: expect.objectContaining({ reason }) })

async function aShop() {
  const dataFolder = aFolder()
  const app = await openApp({ dataFolder })
  for (let index = 0; index < 50; index++) await app.api('contacts.create', aContact({ note: 'x'.repeat(2000) }))
  await app.close()
  return dataFolder
}

describe('a database file', () => {
  it('that is none is left alone', () => {
    const dataFolder = aFolder()
    writeFileSync(databaseFile(dataFolder), 'Dear diary, '.repeat(1000))
    expect(() => openDatabase(dataFolder)).toThrow(failing('databaseBroken'))
    expect(readFileSync(databaseFile(dataFolder), 'utf8')).toBe('Dear diary, '.repeat(1000))
  })

  it('that was cut short is never written to', async () => {
    const dataFolder = await aShop()
    const size = statSync(databaseFile(dataFolder)).size
    truncateSync(databaseFile(dataFolder), size / 2)
    expect(() => openDatabase(dataFolder)).toThrow(failing('databaseBroken'))
    expect(statSync(databaseFile(dataFolder)).size).toBe(size / 2)
  })

  it('from a newer version is refused unchanged', async () => {
    const dataFolder = await aShop()
    const sqlite = new Database(databaseFile(dataFolder))
    sqlite.pragma('user_version = 999')
    sqlite.close()
    expect(() => openDatabase(dataFolder)).toThrow(failing('databaseNewer'))
  })

  it('that another program holds is reported as such', async () => {
    const dataFolder = await aShop()
    const other = new Database(databaseFile(dataFolder))
    other.pragma('locking_mode = exclusive')
    other.exec('begin exclusive')
    expect(() => openDatabase(dataFolder)).toThrow(failing('databaseLocked'))
    other.close()
  })

  it('cannot lie where a file is in the way', () => {
    const folder = aFolder()
    closeSync(openSync(join(folder, 'shop'), 'w'))
    expect(() => openDatabase(join(folder, 'shop', 'data'))).toThrow(failing('folderUnusable'))
  })

  it('cannot be a folder', () => {
    const dataFolder = aFolder()
    mkdirSync(databaseFile(dataFolder))
    expect(() => openDatabase(dataFolder)).toThrow(failing('databaseUnopenable'))
  })

  it('that is gone is missed by a reader', () => {
    expect(() => openDatabase(aFolder(), 'read')).toThrow(failing('databaseUnopenable'))
  })

  it.each([
    ['SQLITE_IOERR', 'diskFailing'],
    ['SQLITE_IOERR_READ', 'diskFailing'],
    ['EIO', 'diskFailing'],
    ['SQLITE_CANTOPEN_ISDIR', 'databaseUnopenable'],
    ['SQLITE_FULL', 'diskFull'],
    ['SQLITE_READONLY_DBMOVED', 'readOnly'],
    ['SQLITE_CORRUPT_VTAB', 'databaseBroken'],
  ])('that fails with %s is explained by %s', (code, reason) => {
    expect(explainStorage(Object.assign(new Error('failed'), { code }))).toEqual(failing(reason))
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('in a folder without write permission is reported as such', () => {
    const folder = join(aFolder(), 'locked')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    expect(() => openDatabase(folder)).toThrow(failing('readOnly'))
  })
})

describe('what was confirmed', () => {
  it('is there after a restart', async () => {
    const dataFolder = aFolder()
    const first = await openApp({ dataFolder, workerFile })
    const made = await first.api('contacts.create', aContact())
    await first.close()
    const second = await openApp({ dataFolder, workerFile })
    expect(await second.api('contacts.get', { id: made.id })).toEqual(made)
    expect((await second.api('contacts.list', { text: 'anna' })).total).toBe(1)
  })
})
