import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { takeSnapshot } from '../../electron/backups/snapshot.ts'
import { openFile } from '../../electron/db/file.ts'
import { learnKey } from '../../electron/db/keys.ts'
import { knowLetters } from '../../electron/db/letters.ts'
import { databaseFile } from '../../electron/db/open.ts'
import { freshSalt, keyFrom } from '../../electron/vault/derive.ts'
import { giveKey } from '../../electron/vault/rewrite.ts'

/** Milliseconds for the same work on the same rows, with a key and without. */
type Work = Record<'open' | 'read' | 'write' | 'snapshot', number>
export type VaultRun = { bytes: number; derive: number; rewrite: number; plain: Work; encrypted: Work }

const rows = 20_000
const work = mkdtempSync(join(process.argv[2]!, 'bench-'))
const [plainFile, encryptedFile] = [join(work, 'plain.db'), join(work, 'encrypted.db')]

async function taken(action: () => unknown) {
  const begin = performance.now()
  await action()
  return performance.now() - begin
}

copyFileSync(databaseFile(process.argv[2]!), plainFile)
copyFileSync(plainFile, encryptedFile)
const salt = freshSalt()
const derive = await taken(async () => learnKey(salt, await keyFrom('seven small regulars', salt)))
const rewrite = await taken(() => giveKey(encryptedFile, salt))

async function worked(file: string): Promise<Work> {
  const open = await taken(() => openFile(file).prepare('select count(*) from sqlite_schema').get())
  const sqlite = openFile(file)
  knowLetters(sqlite)
  sqlite.pragma('journal_mode = wal')
  sqlite.pragma(`cache_size = -${32 * 1024}`)
  const ids = sqlite.prepare<[number], number>('select id from contact order by random() limit ?').pluck().all(rows)
  const one = sqlite.prepare('select * from contact where id = ?')
  const read = await taken(() => ids.forEach(id => one.get(id)))
  sqlite.exec('create table bench (id integer primary key, text text)')
  const insert = sqlite.prepare('insert into bench (text) values (?)')
  const some = sqlite.transaction(() => {
    for (let count = 0; count < 1000; count++) insert.run('x'.repeat(200))
  })
  const write = await taken(() => {
    for (let count = 0; count < 50; count++) some.immediate()
  })
  const control = { checkCancelled: () => undefined, report: (bug: unknown) => console.error(bug) }
  const snapshot = await taken(() => takeSnapshot(sqlite, `${file}.snapshot`, control))
  sqlite.close()
  return { open, read, write, snapshot }
}

const bytes = statSync(plainFile).size
const plain = await worked(plainFile)
const encrypted = await worked(encryptedFile)
rmSync(work, { recursive: true })
process.stdout.write(JSON.stringify({ bytes, derive, rewrite, plain, encrypted } satisfies VaultRun))
