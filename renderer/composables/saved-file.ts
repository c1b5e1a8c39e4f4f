import { shallowRef } from 'vue'
import type { Api } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { FileToken } from '../../shared/files/model.ts'
import { useApi, useHost } from '../api.ts'

/** Writes a file to where the user wants it. */
export function useSavedFile() {
  const api = useApi()
  const host = useHost()
  const busy = shallowRef(false)
  const failure = shallowRef<unknown>(null)

  type Work<V> = (api: Api, out: FileToken) => Promise<V>

  /** null where they changed their mind, or it did not work: then `failure` says why. */
  async function write<V>(fileName: string, work: Work<V>): Promise<V | null> {
    return hand(() => host.chooseDestination(fileName), work, host.deliver)
  }

  /** A PDF that is kept nowhere: it is shown where it is printed from. */
  async function print<V>(title: string, work: Work<V>): Promise<V | null> {
    return hand(() => host.preparePrint(title), work, host.print)
  }

  async function hand<V>(choose: () => Promise<FileToken | null>, work: Work<V>, over: (out: FileToken) => Promise<void>) {
    failure.value = null
    try {
      const out = await choose()
      if (out === null) return null
      busy.value = true
      const written = await work(api, out)
      await over(out)
      return written
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure.value = error
      return null
    } finally {
      busy.value = false
    }
  }

  return { write, print, busy, failure }
}
