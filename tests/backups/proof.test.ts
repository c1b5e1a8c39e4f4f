import { copyFileSync, openSync, closeSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { both } from '../../electron/backups/both.ts'
import { prove, proveAside } from '../../electron/backups/proof.ts'
import { databaseFile } from '../../electron/db/open.ts'
import { openApp } from '../support/app.ts'
import { aContact } from '../support/factories.ts'
import { aFolder, workerFile } from '../support/folder.ts'

vi.setConfig({ testTimeout: 120_000 })

async function aFile() {
  const dataFolder = aFolder()
  const { api, close } = await openApp({ dataFolder })
  for (let count = 0; count < 40; count++) await api('contacts.create', aContact())
  await close()
  const file = join(aFolder(), 'copy.db')
  copyFileSync(databaseFile(dataFolder), file)
  return file
}

function damage(file: string) {
  const sqlite = new Database(file)
  const { page } = sqlite
    .prepare<[], { page: number }>(`select pageno as page from dbstat where name = 'contact' and pagetype = 'leaf' limit 1`)
    .get()!
  sqlite.close()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(3000, 0x5a), 0, 3000, (page - 1) * 4096 + 100)
  closeSync(handle)
}

it('another thread proves the same, and tells what is broken in the same words', async () => {
  const file = await aFile()
  const aside = { dataFolder: aFolder(), workerFile, leastBytes: 0 }
  expect(await proveAside(file, aside)).toEqual(await prove(file))
  damage(file)
  await expect(proveAside(file, aside)).rejects.toMatchObject({ failure: { code: 'storage', reason: 'databaseBroken' } })
})

it('of two works neither is left alone where the other fails', async () => {
  let isDone = false
  const slow = new Promise<void>(resolve => setImmediate(resolve)).then(() => void (isDone = true))
  await expect(both(Promise.reject(new Error('broken')), slow)).rejects.toThrow('broken')
  expect(isDone).toBe(true)
})
