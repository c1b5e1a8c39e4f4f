import type { Result } from './call.ts'
import { contract, type CallName, type DirectName, type Input, type JobName, type Output } from './contract.ts'
import { AppError } from './errors.ts'
import type { AppEvent } from './events.ts'
import type { Job, Progress } from './jobs/model.ts'

/** A way to the main process: a preload bridge, HTTP, or a function call in the same process. */
export type Transport = {
  call(name: string, input: unknown): Promise<Result>
  /** Returns its own unsubscribe. */
  subscribe(listener: (event: AppEvent) => void): () => void
}

type RunOptions = { onProgress?: (progress: Progress) => void; signal?: AbortSignalLike }
type AbortSignalLike = { readonly aborted: boolean; addEventListener(type: 'abort', listener: () => void): void }

/** Calls by name with typed input and output; failures arrive as AppError. */
export type Api = {
  <N extends DirectName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Starts a job and waits for its end. */
  run<N extends JobName>(name: N, input: Input<N>, options?: RunOptions): Promise<Output<N>>
  /** As above for a command or a job, together with what it left in the history, which an undo takes back. */
  noted<N extends CallName>(name: N, input: Input<N>, options?: RunOptions): Promise<Noted<N>>
}
export type Noted<N extends CallName> = { value: Output<N>; operation: number | null }

export function createApi({ call, subscribe }: Transport): Api {
  const ask = async (name: string, input: unknown) => unwrap(await call(name, input))

  async function runToEnd(name: string, input: unknown, { onProgress, signal }: RunOptions = {}) {
    const jobs = new Map<number, Job>()
    let notify: (job: Job) => void = job => jobs.set(job.id, job)
    const unsubscribe = subscribe(event => event.type === 'job' && notify(event.job))
    try {
      const { job: id } = (await ask(name, input)) as { job: number }
      // Where the job has ended meanwhile, there is nothing left to cancel: its end tells how it went.
      const cancel = () => call('jobs.cancel', { job: id })
      signal?.addEventListener('abort', () => void cancel())
      if (signal?.aborted) await cancel()
      const ended = await new Promise<Job>(resolve => {
        notify = job => {
          if (job.id !== id) return
          if (job.progress) onProgress?.(job.progress)
          if (job.state !== 'running') resolve(job)
        }
        // The job can end before its number is known here.
        const already = jobs.get(id)
        if (already) notify(already)
      })
      return note(ended.result as Result)
    } finally {
      unsubscribe()
    }
  }

  const noted = async (name: CallName, input: unknown, options?: RunOptions) =>
    contract[name].kind === 'job' ? runToEnd(name, input, options) : note(await call(name, input))

  // The contract's types are what both sides were compiled with; the door has checked the values.
  return Object.assign(ask, { run: async (...job: Parameters<typeof runToEnd>) => (await runToEnd(...job)).value, noted }) as Api
}

/** The value of a Result; a failure becomes the error that it tells of. */
export function unwrap(result: Result) {
  if (!result.ok) throw AppError.from(result)
  return result.value
}

const note = (result: Result) => ({ value: unwrap(result), operation: (result.ok && result.operation) || null })
