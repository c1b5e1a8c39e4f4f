import type { Result } from '../../shared/call.ts'
import type { AppEvent } from '../../shared/events.ts'
import { AppError } from '../../shared/errors.ts'
import type { jobsContract } from '../../shared/jobs/contract.ts'
import type { Job } from '../../shared/jobs/model.ts'
import type { Handlers } from '../handlers.ts'
import type { Lanes } from './lanes.ts'
import type { Performed, Work } from './perform.ts'

type RunnerOptions = {
  lanes: Lanes
  now(): Date
  emit(event: AppEvent): void
  report(bug: unknown, name: string): void
}

const remembered = 50
/** Who looks at the one will soon start the other, whose thread takes half a second to be there. */
const followedBy: Readonly<Record<string, string>> = { 'imports.preview': 'imports.run' }

type Handler = (input: unknown, context: unknown) => unknown

export type Runner = ReturnType<typeof createRunner>

/** Hands reports and jobs to their lanes, and keeps track of the jobs. */
export function createRunner({ lanes, now, emit, report }: RunnerOptions) {
  const known = new Map<number, { job: Job; cancelled: Int32Array }>()
  let next = 1

  function update(id: number, change: Partial<Job>) {
    const entry = known.get(id)!
    entry.job = { ...entry.job, ...change }
    emit({ type: 'job', job: entry.job })
  }

  function settle(name: string, { bug, tables, result }: Performed): Result {
    if (bug) report(bug, name)
    if (tables.length > 0) emit({ type: 'changed', tables })
    return result
  }

  function start(work: Work) {
    const id = next++
    const cancelled = new Int32Array(new SharedArrayBuffer(4))
    known.set(id, {
      job: {
        id,
        call: work.name,
        startedAt: now().toISOString(),
        unattended: isUnattended(work),
        state: 'running',
        progress: null,
        result: null,
      },
      cancelled,
    })
    update(id, {})
    const ended = lanes
      .laneOf(work.name)
      .run(work, { cancelled, progress: progress => update(id, { progress }) })
      .then(performed => {
        const result = settle(work.name, performed)
        update(id, { state: stateOf(result), result })
        known.delete(id - remembered)
      })
    return { id, ended }
  }

  const noControl = { progress: () => undefined, cancelled: new Int32Array(new SharedArrayBuffer(4)) }

  const handlers: Handlers<typeof jobsContract> = {
    'jobs.list': () => [...known.values()].map(({ job }) => job),
    'jobs.cancel': ({ job }) => {
      const entry = known.get(job)
      if (entry?.job.state !== 'running') throw new AppError('notFound', 'jobGone')
      Atomics.store(entry.cancelled, 0, 1)
      return null
    },
  }

  return {
    handlerOf: (name: string) => (Object.hasOwn(handlers, name) ? (handlers as Record<string, Handler>)[name] : undefined),
    start,
    async report(work: Work) {
      const follows = followedBy[work.name]
      if (follows) lanes.laneOf(follows).warm()
      return settle(work.name, await lanes.reports.run(work, noControl))
    },
    close: async () => {
      for (const { cancelled } of known.values()) Atomics.store(cancelled, 0, 1)
      await lanes.close()
    },
  }
}

const isUnattended = ({ session }: Work) => session.unattended ?? false
const stateOf = (result: Result): Job['state'] => (result.ok ? 'done' : result.code === 'cancelled' ? 'cancelled' : 'failed')
