import { parentPort } from 'node:worker_threads'
import { AppError, type Failure } from '../../shared/errors.ts'
import { hearKeys, type ToldKeys } from '../db/keys.ts'
import { readChunks, type Chunk, type ReadingPlan } from './rows.ts'
import { openStageFiles } from './stages.ts'

/** `salt` is that of an encrypted database, whose key is among `keys`. */
export type ReadingWork = { plan: ReadingPlan; stageFiles: readonly string[]; salt: string | null; keys: ToldKeys }
/** The number of a slot that is empty again. */
export type ToReader = ReadingWork | number
export type FromReader = { chunk: Chunk } | { failure: Failure }

/** Reads for a job: waits for the plan, then fills one slot after the other, as they become free. */
export function serveReading() {
  const port = parentPort!
  let emptied: (slot: number) => void = () => undefined
  port.on('message', (message: ToReader) => {
    if (typeof message === 'number') return emptied(message)
    const free = freeSlots(message.stageFiles.length)
    emptied = free.give
    void serve(message, free.take, message => port.postMessage(message)).finally(() => port.close())
  })
}

async function serve({ plan, stageFiles, salt, keys }: ReadingWork, free: () => Promise<number>, tell: (message: FromReader) => void) {
  hearKeys(keys)
  const stages = openStageFiles(stageFiles, salt)
  try {
    for await (const chunk of readChunks(plan, async () => stages.slot(await free()))) tell({ chunk })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    tell({ failure: error.failure })
  } finally {
    stages.close()
  }
}

function freeSlots(count: number) {
  const free = Array.from({ length: count }, (_, slot) => slot)
  let wanted: ((slot: number) => void) | null = null
  return {
    give(slot: number) {
      if (wanted) wanted(slot)
      else free.push(slot)
      wanted = null
    },
    take: () => new Promise<number>(resolve => (free.length > 0 ? resolve(free.shift()!) : (wanted = resolve))),
  }
}
