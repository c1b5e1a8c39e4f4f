import { owner } from '../../shared/permissions.ts'
import type { Performed, Work } from './perform.ts'
import { workerLane } from './worker-lane.ts'

/** Heavy work on a thread that is there for it alone, beside a database that it does not open. */
export async function doneAside(workerFile: URL, dataFolder: string, wanted: Pick<Work, 'name' | 'call' | 'input'>): Promise<Performed> {
  const lane = workerLane(workerFile, { dataFolder, access: 'rescue' })
  try {
    const control = { progress: () => undefined, cancelled: new Int32Array(new SharedArrayBuffer(4)) }
    return await lane.run({ ...wanted, session: owner, files: {} }, control)
  } finally {
    await lane.close()
  }
}
