import { Worker } from 'node:worker_threads'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import { openStage } from '../contacts/staging.ts'
import { saltOf } from '../db/file.ts'
import { tellKeys } from '../db/keys.ts'
import type { FromReader, ToReader } from './reader-thread.ts'
import { readChunks, type Chunk, type ReadingPlan } from './rows.ts'
import { removeStageFiles, stageFiles, stageSchema } from './stages.ts'

/** Reads a file: on a thread of its own while what was read is written, where there are threads. */
export type Reader = {
  start(plan: ReadingPlan): void
  /** null behind the last one. Call it outside of a transaction. */
  next(): Promise<Chunk | null>
  schema: string
  /** The chunk is written: its stage can be filled again. */
  done(chunk: Chunk): void
  close(): Promise<void>
}

/** Starts the thread at once, so that it is there when the file has been understood. */
export const openReader = (sqlite: Database, workerFile: URL | null): Reader =>
  workerFile ? onThread(sqlite, workerFile) : onThisThread(sqlite)

function onThisThread(sqlite: Database): Reader {
  const { put, finish, clear } = openStage(sqlite, 'temp')
  let chunks: AsyncGenerator<Chunk, void, undefined> | null = null
  return {
    start: plan => void (chunks = readChunks(plan, async () => ({ slot: 0, put, commit: finish }))),
    next: async () => (await chunks!.next()).value ?? null,
    schema: 'temp',
    done: clear,
    close: async () => {
      await chunks?.return()
      clear()
    },
  }
}

/** Young objects die in a small space: a reader needs no more, and the memory of the whole app is counted. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

function onThread(sqlite: Database, workerFile: URL): Reader {
  const thread = new Worker(workerFile, { workerData: { role: 'reading' }, resourceLimits })
  const messages = inbox(thread)
  const tell = (message: ToReader) => thread.postMessage(message)

  const attach = sqlite.prepare(`attach ? as ${stageSchema}`)
  const detach = () => void sqlite.exec(`detach ${stageSchema}`)
  let files: readonly string[] = []
  let isAttached = false
  return {
    start(plan) {
      files = stageFiles(sqlite.name)
      tell({ plan, stageFiles: files, salt: saltOf(sqlite.name), keys: tellKeys() })
    },
    async next() {
      const message = await messages.next()
      if (!message) return null
      if ('failure' in message) throw AppError.from(message.failure)
      attach.run(files[message.chunk.slot])
      isAttached = true
      return message.chunk
    },
    schema: stageSchema,
    done({ slot }) {
      detach()
      isAttached = false
      tell(slot)
    },
    async close() {
      await thread.terminate()
      if (isAttached) detach()
      removeStageFiles(files)
    },
  }
}

function inbox(thread: Worker) {
  const arrived: FromReader[] = []
  let ended: { cause?: unknown } | null = null
  let wake: () => void = () => undefined
  const end = (cause?: unknown) => {
    ended ??= { cause }
    wake()
  }
  thread.on('message', (message: FromReader) => {
    arrived.push(message)
    wake()
  })
  thread.on('error', end)
  thread.on('exit', () => end())
  return {
    async next(): Promise<FromReader | null> {
      while (arrived.length === 0 && !ended) await new Promise<void>(resolve => (wake = resolve))
      if (arrived.length === 0 && ended?.cause) throw ended.cause
      return arrived.shift() ?? null
    },
  }
}
