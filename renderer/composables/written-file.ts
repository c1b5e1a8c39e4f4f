import { computed, shallowRef } from 'vue'
import type { FileToken } from '../../shared/files/model.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { AppError } from '../../shared/errors.ts'
import { useHost } from '../api.ts'
import { useToasts } from '../ui/toasts.ts'

type Watched = { onProgress(progress: Progress): void; signal: AbortSignal }
type Work<V> = (out: FileToken, watched: Watched) => Promise<V>

/** Writes a file to where the user wants it. Goes on when its dialog is closed. */
export function useWrittenFile() {
  const host = useHost()
  const toasts = useToasts()
  const progress = shallowRef<Progress | null>(null)
  const failure = shallowRef<unknown>(null)
  const running = shallowRef<AbortController | null>(null)

  async function hand<V>(choose: () => Promise<FileToken | null>, work: Work<V>, over: (out: FileToken) => Promise<void>) {
    failure.value = null
    try {
      const out = await choose()
      if (out === null) return null
      const abort = (running.value = new AbortController())
      const written = await work(out, { onProgress: at => (progress.value = at), signal: abort.signal })
      await over(out)
      return written
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure.value = error
      return null
    } finally {
      running.value = null
      progress.value = null
    }
  }

  /** null where they changed their mind, or it did not work: then `failure` says why. */
  const save = <V>(fileName: string, work: Work<V>) => hand(() => host.chooseDestination(fileName), work, host.deliver)
  /** A PDF that is kept nowhere: it is shown where it is printed from. */
  const print = <V>(title: string, work: Work<V>) => hand(() => host.preparePrint(title), work, host.print)

  /** Says what was written, which `work` answers with. True where it was. */
  async function write(fileName: string, work: Work<string>) {
    const text = await save(fileName, work)
    if (text !== null) toasts.notify({ text })
    return text !== null
  }

  return { save, print, write, progress, failure, busy: computed(() => running.value !== null), cancel: () => running.value?.abort() }
}
