import { useUndoable } from '../contacts/undoable.ts'
import { useToasts } from '../ui/toasts.ts'
import { useErrorText } from './errors.ts'

/** Does something at one click: says what was done, with the way back, or why it was not. */
export function useActing() {
  const toasts = useToasts()
  const announce = useUndoable()
  const { errorText } = useErrorText()

  return async function act(work: () => Promise<{ operation: number | null } | null>, text: string) {
    try {
      const done = await work()
      if (done) announce(text, done.operation)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
    }
  }
}
