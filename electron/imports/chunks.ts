import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { FromReader } from './reader-thread.ts'
import { readChunks, type Chunk, type ReadingPlan } from './rows.ts'
import { decodeChunk } from './wire.ts'

/** The chunks of a file, one after the other; null behind the last one. */
export type Chunks = {
  next(): Promise<Chunk | null>
  /** The next one if it is there already. */
  ready(): Promise<Chunk | null>
  close(): Promise<void>
}

/** Read on a thread of their own while the last ones are written, where there are threads. */
export const openChunks = (plan: ReadingPlan, workerFile: URL | null) => (workerFile ? onThread(plan, workerFile) : onThisThread(plan))

function onThisThread(plan: ReadingPlan): Chunks {
  const chunks = readChunks(plan)
  return {
    next: async () => (await chunks.next()).value ?? null,
    ready: async () => null,
    close: async () => void (await chunks.return()),
  }
}

/** Young objects die in a small space: a reader needs no more, and the memory of the whole app is counted. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

function onThread(plan: ReadingPlan, workerFile: URL): Chunks {
  const thread = new Worker(workerFile, { workerData: { reading: plan }, resourceLimits })
  const arrived: FromReader[] = []
  let ended: { cause?: unknown } | null = null
  let wake: () => void = () => undefined
  thread.on('message', (message: FromReader) => {
    arrived.push(message)
    wake()
  })
  thread.on('error', cause => end(cause))
  thread.on('exit', () => end())

  function end(cause?: unknown) {
    ended ??= { cause }
    wake()
  }

  function take(): Chunk | null {
    const message = arrived.shift()
    if (!message) return null
    if ('failure' in message) throw AppError.from(message.failure)
    thread.postMessage('more')
    return decodeChunk(message.chunk)
  }

  return {
    async next() {
      while (arrived.length === 0 && !ended) await new Promise<void>(resolve => (wake = resolve))
      if (arrived.length === 0 && ended?.cause) throw ended.cause
      return take()
    },
    async ready() {
      // Messages arrive between two turns of this thread's loop only.
      await turn()
      return take()
    },
    close: async () => void (await thread.terminate()),
  }
}
