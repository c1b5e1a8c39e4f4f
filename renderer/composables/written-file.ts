import { computed, shallowRef } from 'vue'
import type { FileToken } from '../../shared/files/model.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { AppError } from '../../shared/errors.ts'
import { useHost } from '../api.ts'
import { useToasts } from '../ui/toasts.ts'

type Options = { onProgress(progress: Progress): void; signal: AbortSignal }

/** Writes a file of the user's choice by a job, and says what was written. Goes on when its dialog is closed. */
export function useWrittenFile() {
  const host = useHost()
  const toasts = useToasts()
  const progress = shallowRef<Progress | null>(null)
  const failure = shallowRef<unknown>(null)
  const running = shallowRef<AbortController | null>(null)

  /** True where a file has been written. `work` answers with what to say of it. */
  async function write(fileName: string, work: (out: FileToken, options: Options) => Promise<string>) {
    failure.value = null
    try {
      const out = await host.chooseDestination(fileName)
      if (!out) return false
      const abort = (running.value = new AbortController())
      const text = await work(out, { onProgress: at => (progress.value = at), signal: abort.signal })
      await host.deliver(out)
      toasts.notify({ text })
      return true
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure.value = error
      return false
    } finally {
      running.value = null
      progress.value = null
    }
  }

  return { write, progress, failure, isRunning: computed(() => running.value !== null), cancel: () => running.value?.abort() }
}
