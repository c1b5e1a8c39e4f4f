import { shallowRef } from 'vue'
import { useToasts } from '../ui/toasts.ts'
import { useErrorText } from './errors.ts'

/** Does something while `busy`, and tells of its failure. */
export function useAttempt() {
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const busy = shallowRef(false)

  async function attempt(action: () => Promise<void>) {
    busy.value = true
    try {
      await action()
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
    busy.value = false
  }

  return { busy, attempt }
}
