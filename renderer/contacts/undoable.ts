import type { CallName } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useToasts } from '../ui/toasts.ts'

/** Says what was done, with the way back: the operation that the call has just left in the history. */
export function useUndoable() {
  const api = useApi()
  const toasts = useToasts()

  return async function announce(call: CallName, text: string) {
    const latest = await api('operations.list', { limit: 5 })
    toasts.notify({ text, undo: latest.find(operation => operation.call === call)?.id })
  }
}
