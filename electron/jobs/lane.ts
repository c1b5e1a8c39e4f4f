import type { Connection } from '../db/open.ts'
import { perform, type Control, type Performed, type Work } from './perform.ts'

/** Where heavy work runs, one piece after the other. */
export type Lane = {
  run(work: Work, control: LaneControl): Promise<Performed>
  /** Work will come soon: what it needs is loaded now. */
  warm(): void
  close(): Promise<void>
}
/** `cancelled[0]` becomes 1 when the user cancels: shared memory, for a busy thread reads no messages. */
export type LaneControl = { progress: Control['progress']; cancelled: Int32Array }

export const controlOf = ({ progress, cancelled }: LaneControl, now: () => Date, workerFile: URL | null = null): Control => ({
  progress,
  isCancelled: () => Atomics.load(cancelled, 0) === 1,
  now,
  workerFile,
})

/** On this very thread and connection: for a database in memory, which no other thread can see. */
export function inlineLane(connection: Connection, now: () => Date): Lane {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(work, control) {
      const performed = last.then(() => perform(connection, work, controlOf(control, now)))
      last = performed
      return performed
    },
    warm: () => undefined,
    close: async () => void (await last),
  }
}
