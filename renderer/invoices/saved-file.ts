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

  /** null where they changed their mind, or it did not work: then `failure` says why. */
  async function write<V>(fileName: string, work: (api: Api, out: FileToken) => Promise<V>): Promise<V | null> {
    failure.value = null
    const out = await host.chooseDestination(fileName)
    if (!out) return null
    busy.value = true
    try {
      const written = await work(api, out)
      await host.deliver(out)
      return written
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) failure.value = error
      return null
    } finally {
      busy.value = false
    }
  }

  return { write, busy, failure }
}
