import { parentPort } from 'node:worker_threads'
import type { Progress } from '../../shared/jobs/model.ts'
import { openDatabase, type Access, type Connection } from '../db/open.ts'
import { hearKeys, tellKeys, type ToldKeys } from '../db/keys.ts'
import { hearSecrets, type Told } from '../secrets.ts'
import { controlOf } from './lane.ts'
import { failure, perform, type Control, type Performed, type Work } from './perform.ts'

export type WorkerSetup = { dataFolder: string; access: Exclude<Access, 'main'> }
export type ToWorker = { id: number; work: Work; cancelled: Int32Array; secrets: Told; keys: ToldKeys }
export type FromWorker = { id: number; progress: Progress } | { id: number; performed: Performed; keys: ToldKeys }

/** Reports and jobs, one after the other, on a connection of this thread's own. */
export function serveWork({ dataFolder, access }: WorkerSetup, workerFile: URL) {
  let connection: Connection | null = null
  const now = () => new Date()
  const tell = (message: FromWorker) => parentPort!.postMessage(message)

  let last: Promise<unknown> = Promise.resolve()
  parentPort!.on('message', ({ id, work, cancelled, secrets, keys }: ToWorker) => {
    hearSecrets(secrets)
    hearKeys(keys)
    const control = controlOf({ progress: notTooOften(progress => tell({ id, progress })), cancelled }, now, workerFile)
    last = last.then(async () => tell({ id, performed: await performHere(work, control), keys: tellKeys() }))
  })

  /** A file that cannot be opened now is the failure of the work that was asked for; the next one tries again. */
  async function performHere(work: Work, control: Control): Promise<Performed> {
    try {
      connection ??= openDatabase(dataFolder, access)
    } catch (error) {
      return failure(error)
    }
    return perform(connection, work, control)
  }
}

/** Milliseconds. */
const toldEvery = 50

/** Nobody sees more, and each word costs both threads; only the last one is always told, for it stands there until the end. */
function notTooOften(tell: (progress: Progress) => void) {
  let toldAt = -toldEvery
  return (progress: Progress) => {
    const at = performance.now()
    if (at - toldAt < toldEvery && progress.done !== progress.total) return
    toldAt = at
    tell(progress)
  }
}
