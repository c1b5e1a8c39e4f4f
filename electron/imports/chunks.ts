import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../shared/errors.ts'
import type { FromReader } from './reader-thread.ts'
import { readChunks, type Chunk, type ReadingPlan } from './rows.ts'

/** Young objects die in a small space: a reader needs no more, and the memory of the whole app is counted. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/** The chunks of a file: read on a thread of their own while the last one is written, where there are threads. */
export const chunksOf = (plan: ReadingPlan, workerFile: URL | null) => (workerFile ? chunksFromThread(plan, workerFile) : readChunks(plan))

async function* chunksFromThread(plan: ReadingPlan, workerFile: URL): AsyncGenerator<Chunk, void, undefined> {
  const thread = new Worker(workerFile, { workerData: { reading: plan }, resourceLimits })
  try {
    for await (const [message] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[FromReader]>) {
      if ('failure' in message) throw AppError.from(message.failure)
      yield JSON.parse(message.chunk) as Chunk
      if (message.isLast) return
      thread.postMessage('more')
    }
    throw new Error('the reader ended before the file')
  } finally {
    await thread.terminate()
  }
}
