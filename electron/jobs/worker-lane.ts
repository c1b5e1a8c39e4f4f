import { Worker } from 'node:worker_threads'
import type { Lane, LaneControl } from './lane.ts'
import type { Performed, Work } from './perform.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './worker.ts'

type Waiting = { control: LaneControl; resolve(performed: Performed): void }

/** A worker thread with a connection of its own, started when it is first needed. */
export function workerLane(workerFile: URL, setup: WorkerSetup): Lane {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 1

  function start() {
    const started = new Worker(workerFile, { workerData: setup })
    started.unref()
    started.on('message', (message: FromWorker) => {
      const { control, resolve } = waiting.get(message.id)!
      if ('progress' in message) return control.progress(message.progress)
      waiting.delete(message.id)
      resolve(message.performed)
    })
    started.on('error', bug => fail(bug))
    started.on('exit', code => fail(new Error(`the worker ended with ${code}`)))
    return started
  }

  function fail(bug: unknown) {
    worker = null
    for (const { resolve } of waiting.values())
      resolve({ result: { ok: false, code: 'unexpected', reason: 'unexpected' }, tables: [], bug })
    waiting.clear()
  }

  return {
    run: (work: Work, control) =>
      new Promise(resolve => {
        worker ??= start()
        const id = next++
        waiting.set(id, { control, resolve })
        worker.postMessage({ id, work, cancelled: control.cancelled } satisfies ToWorker)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
