import { shallowRef } from 'vue'
import { useHost } from '../api.ts'
import type { FileToken } from '../../shared/files/model.ts'
import { useAttempt } from '../composables/attempt.ts'
import { useToasts } from '../ui/toasts.ts'

type Page<T> = { total: number; found: readonly T[] }
type List<T> = {
  read(offset: number): Promise<Page<T>>
  /** Answers with what to say of it. */
  write(out: FileToken): Promise<string>
}

/** A list of an import, read bit by bit, and saved as a file. */
export function useSavedList<T>({ read, write }: List<T>) {
  const host = useHost()
  const toasts = useToasts()
  const { busy, attempt } = useAttempt()
  const entries = shallowRef<readonly T[]>([])
  const total = shallowRef(0)

  const more = () =>
    attempt(async () => {
      const page = await read(entries.value.length)
      entries.value = [...entries.value, ...page.found]
      total.value = page.total
    })

  const save = (fileName: string) =>
    attempt(async () => {
      const out = await host.chooseDestination(fileName)
      if (!out) return
      const text = await write(out)
      await host.deliver(out)
      toasts.notify({ text })
    })

  return { entries, total, busy, more, save }
}
