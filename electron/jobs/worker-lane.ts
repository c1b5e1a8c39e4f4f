import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { unexpected } from '../../shared/errors.ts'
import { hearKeys, tellKeys } from '../db/keys.ts'
import { tellSecrets } from '../secrets.ts'
import type { Lane, LaneControl } from './lane.ts'
import type { Performed, Work } from './perform.ts'
import type { FromWorker, ToWorker, WorkerSetup } from './serve-work.ts'

type Waiting = { control: LaneControl; resolve(performed: Performed): void }

/** A thread and its connection's cache are given back after this. */
const idleFor = 30_000
/** Young objects die in a small space: more of it makes nothing quicker, and the memory of all threads counts. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }
/** What a cancelled job gets to roll itself back; the next start finishes what takes longer. */
const closesWithin = 5_000

/** A worker thread with a connection of its own, there while it is needed. */
export function workerLane(workerFile: URL, setup: WorkerSetup): Lane {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let next = 1

  function start() {
    const started = new Worker(workerFile, { workerData: setup, resourceLimits })
    started.on('message', (message: FromWorker) => {
      if ('progress' in message) return waiting.get(message.id)?.control.progress(message.progress)
      // A backup that was opened by its own passphrase may be what lies there from now on.
      hearKeys(message.keys)
      settle(message.id, message.performed)
    })
    started.on('error', bug => lost(started, bug))
    started.on('exit', code => lost(started, new Error(`the worker ended with ${code}`)))
    return started
  }

  function settle(id: number, performed: Performed) {
    waiting.get(id)?.resolve(performed)
    waiting.delete(id)
    if (waiting.size === 0) rest()
  }

  function lost(which: Worker, bug: unknown) {
    if (which !== worker) return
    worker = null
    for (const id of [...waiting.keys()]) settle(id, { result: { ok: false, ...unexpected }, tables: [], bug })
  }

  async function end() {
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  function rest() {
    // An idle thread keeps no process alive.
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(() => void end(), idleFor).unref()
  }

  return {
    warm() {
      worker ??= start()
      if (waiting.size === 0) rest()
    },
    run: (work: Work, control) =>
      new Promise(resolve => {
        clearTimeout(idle)
        worker ??= start()
        worker.ref()
        const id = next++
        waiting.set(id, { control, resolve })
        worker.postMessage({ id, work, cancelled: control.cancelled, secrets: tellSecrets(), keys: tellKeys() } satisfies ToWorker)
      }),
    close: async () => {
      clearTimeout(idle)
      const patience = new AbortController()
      const late = wait(closesWithin, undefined, { signal: patience.signal }).catch(() => undefined)
      await Promise.race([late, ...(waiting.size === 0 ? [Promise.resolve()] : [settled(waiting)])])
      patience.abort()
      await end()
    },
  }
}

const settled = (waiting: Map<number, Waiting>) =>
  Promise.all(
    [...waiting.values()].map(
      entry =>
        new Promise<void>(done => {
          const { resolve } = entry
          entry.resolve = performed => {
            resolve(performed)
            done()
          }
        }),
    ),
  )
