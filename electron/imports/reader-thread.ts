import { parentPort } from 'node:worker_threads'
import { AppError, type Failure } from '../../shared/errors.ts'
import { readChunks, type ReadingPlan } from './rows.ts'
import { encodeChunk } from './wire.ts'

/** One chunk, encoded. */
export type FromReader = { chunk: string } | { failure: Failure }

/** How many chunks may lie ready: reading waits for writing, or a large file would fill the memory. */
const chunksAhead = 12

/** Reads for a job, which asks for each further chunk once it has taken one. */
export async function serveChunks(plan: ReadingPlan) {
  const port = parentPort!
  let credit = chunksAhead
  let go: () => void = () => undefined
  port.on('message', () => {
    credit++
    go()
  })
  const tell = (message: FromReader) => port.postMessage(message)
  try {
    for await (const chunk of readChunks(plan)) {
      if (credit === 0) await new Promise<void>(resolve => (go = resolve))
      credit--
      tell({ chunk: encodeChunk(chunk) })
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    tell({ failure: error.failure })
  }
  port.close()
}
