import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { takeSnapshot } from '../../electron/backups/snapshot.ts'
import { copyWhileStill } from '../../electron/backups/still-copy.ts'
import { makeFile, openFile } from '../../electron/db/file.ts'
import { forgetKeys, learnKey } from '../../electron/db/keys.ts'
import { openApp } from '../support/app.ts'
import { aFolder } from '../support/folder.ts'

vi.setConfig({ testTimeout: 120_000 })

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  forgetKeys()
})

const [rows, amount] = [2000, 1000]
const unreported = (bug: unknown) => {
  throw bug
}
const control = { checkCancelled: () => undefined, report: unreported }
const [salt, key] = ['00112233445566778899aabbccddeeff', '42'.repeat(32)]

/** A file of some megabytes, in which the sum of all amounts never changes. */
function aFile(saltOfFile: string | null = null) {
  const file = join(aFolder(), 'shop.db')
  const sqlite = makeFile(file, saltOfFile)
  sqlite.pragma('journal_mode = wal')
  sqlite.exec('create table account (id integer primary key, amount integer not null, padding text not null)')
  const insert = sqlite.prepare('insert into account (amount, padding) values (?, ?)')
  sqlite.transaction(() => {
    for (let count = 0; count < rows; count++) insert.run(amount, 'x'.repeat(1500))
  })()
  sqlite.close()
  return file
}

function opened(file: string) {
  const sqlite = openFile(file)
  closing.push(() => sqlite.close())
  return sqlite
}

function stateOf(file: string) {
  const sqlite = openFile(file, { readonly: true })
  try {
    const check = sqlite.pragma('integrity_check', { simple: true })
    return { check, sum: sqlite.prepare('select sum(amount) from account').pluck().get(), hasLog: existsSync(`${file}-wal`) }
  } finally {
    sqlite.close()
  }
}
const whole = { check: 'ok', sum: rows * amount, hasLog: false }

async function busy(file: string, ...known: string[]) {
  const program = fileURLToPath(new URL('moving-process.ts', import.meta.url))
  const writer = spawn(process.execPath, [program, file, ...known], { stdio: ['ignore', 'pipe', 'inherit'] })
  closing.push(async () => {
    writer.kill('SIGKILL')
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit')
  })
  await once(writer.stdout, 'data')
}

describe('a snapshot', () => {
  it.each([
    ['of a plain file', null],
    ['of an encrypted file', salt],
  ])('%s is of one moment, while others write and write back all the time', async (_, saltOfFile) => {
    learnKey(salt, key)
    const file = aFile(saltOfFile)
    await busy(file, ...(saltOfFile === null ? [] : [salt, key]))
    const sqlite = opened(file)
    let still = 0
    for (let count = 0; count < 25; count++) {
      const [into, asItLies] = [join(aFolder(), 'snapshot.db'), join(aFolder(), 'still.db')]
      if (await copyWhileStill(sqlite, asItLies, unreported)) {
        still++
        expect(stateOf(asItLies)).toMatchObject({ check: 'ok', sum: rows * amount })
      }
      await takeSnapshot(sqlite, into, control)
      expect(stateOf(into)).toEqual(whole)
    }
    expect(still).toBeGreaterThan(0)
  })

  it('has what is confirmed and not written back yet, and nothing of what comes while it is taken', async () => {
    const file = aFile()
    const [sqlite, other] = [opened(file), opened(file)]
    other.exec('update account set amount = amount + 1')
    const [into, later] = [join(aFolder(), 'snapshot.db'), join(aFolder(), 'later.db')]
    const taken = copyWhileStill(sqlite, into, unreported)
    other.exec('update account set amount = amount + 1')
    other.pragma('wal_checkpoint(passive)')
    expect(await taken).toBe(true)
    expect(stateOf(into)).toMatchObject({ check: 'ok', sum: rows * (amount + 1) })
    await takeSnapshot(sqlite, later, control)
    expect(stateOf(later)).toMatchObject({ check: 'ok', sum: rows * (amount + 2) })
  })

  it('is taken page by page where somebody reads what is older, and nobody has to wait for them', async () => {
    const file = aFile()
    const [sqlite, reader, writer] = [opened(file), opened(file), opened(file)]
    writer.exec('update account set amount = amount + 1')
    reader.exec('begin')
    reader.prepare('select count(*) from account').get()
    writer.exec('update account set amount = amount - 1')
    expect(await copyWhileStill(sqlite, join(aFolder(), 'still.db'), unreported)).toBe(false)
    const into = join(aFolder(), 'snapshot.db')
    await takeSnapshot(sqlite, into, control)
    expect(stateOf(into)).toEqual(whole)
    expect(sqlite.pragma('busy_timeout', { simple: true })).toBe(5000)
  })

  it.skipIf(process.platform === 'win32')('that cannot be copied as it lies is made page by page, and the log says why', async () => {
    const { api, bugs } = await openApp({ dataFolder: aFolder() })
    vi.stubEnv('PATH', aFolder())
    await expect(api.run('backups.create', {})).resolves.toMatchObject({ failure: null })
    expect(bugs).toMatchObject([{ message: expect.stringContaining('as it lies there'), cause: { code: 'ENOENT', path: 'cp' } }])
  })

  it.skipIf(process.platform !== 'linux')(
    'costs the shop none of the locks by which other programs know that the file is in use',
    async () => {
      const file = aFile()
      const sqlite = opened(file)
      sqlite.prepare('select count(*) from account').get()
      const { ino } = statSync(file)
      const locks = () =>
        readFileSync('/proc/locks', 'utf8')
          .split('\n')
          .flatMap(line => (line.includes(`:${ino} `) ? [line.slice(line.indexOf('POSIX'))] : []))
      const before = locks()
      expect(before).toHaveLength(1)
      await takeSnapshot(sqlite, join(aFolder(), 'snapshot.db'), control)
      expect(locks()).toEqual(before)
    },
  )
})
