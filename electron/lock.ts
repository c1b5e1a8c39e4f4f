import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { AppError } from '../shared/errors.ts'
import { explainStorage, isBusy } from './db/failures.ts'
import { makeUsable } from './files/usable-folder.ts'

const Running = z.object({
  pid: z.int(),
  host: z.enum(['window', 'browser', 'command']),
  address: z.string(),
  isEnding: z.boolean().default(false),
})
/** Who works with a data folder; `address` is where a browser gets in. */
export type Running = z.infer<typeof Running>

export type FolderLock = {
  /** The process before ended without a word: its note was still there. */
  wasKilled: boolean
  /** Tells later starts where this one can be reached. */
  announce(address: string): void
  /** It still makes its last backup: whoever starts now waits for it. */
  end(): void
  release(): void
}

/**
 * One process per data folder. An open SQLite transaction is the lock: the system takes it back by itself when the process
 * ends, however it ends, so no lock is ever left lying about.
 */
export function lockFolder(dataFolder: string, host: Running['host']): FolderLock {
  const lock = take(dataFolder)
  const note = join(dataFolder, 'running.json')
  const part = `${note}.part`
  const wasKilled = existsSync(note)
  let address = ''
  /** On a disk that takes no more the note stays as it was. */
  const write = (isEnding = false) => {
    rmSync(part, { force: true })
    // A browser's address lets its reader in.
    writeFileSync(part, JSON.stringify({ pid: process.pid, host, address, isEnding } satisfies Running), { mode: 0o600 })
    renameSync(part, note)
  }
  write()
  return {
    wasKilled,
    announce(reachedAt) {
      address = reachedAt
      write()
    },
    end() {
      try {
        write(true)
      } catch {
        // On a full or read-only disk whoever starts now is told to come back.
      }
    },
    release: () => {
      for (const file of [part, note]) rmSync(file, { force: true })
      lock.close()
    },
  }
}

/** Milliseconds. A last backup of a large shop takes so long. */
const endsWithin = 120_000
const pause = 200

/** The same, after one that is about to end. */
export async function lockFolderInTurn(dataFolder: string, host: Running['host']): Promise<FolderLock> {
  const until = performance.now() + endsWithin
  for (let wasEnding = false; ; await wait(pause)) {
    try {
      return lockFolder(dataFolder, host)
    } catch (error) {
      const { pid, isEnding } = whoRuns(dataFolder)
      // Its note goes a moment before its lock.
      wasEnding = isEnding || (wasEnding && pid === 0)
      if (!wasEnding || performance.now() > until) throw error
    }
  }
}

function take(dataFolder: string) {
  makeFolder(dataFolder)
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(dataFolder, 'regulars.lock'), { timeout: 0 })
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock?.close()
    throw isBusy(error) ? inUse(dataFolder, error) : explainStorage(error)
  }
}

function makeFolder(folder: string) {
  try {
    makeUsable(folder)
  } catch (cause) {
    throw new AppError('storage', 'folderUnusable', { folder }, { cause })
  }
}

const reasons = { window: 'inUseWindow', browser: 'inUseBrowser', command: 'inUseCommand' } as const

function inUse(folder: string, cause: unknown) {
  const { pid, host, address } = whoRuns(folder)
  return new AppError('busy', reasons[host], { pid, address, folder }, { cause })
}

/** The process that has opened the folder last, also when it has ended without a word. */
export const runningPid = (folder: string) => whoRuns(folder).pid

/** Only believed while the lock is held: a process that crashed leaves its note behind. */
function whoRuns(folder: string): Running {
  try {
    return Running.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')))
  } catch {
    return { pid: 0, host: 'command', address: '', isEnding: false }
  }
}
