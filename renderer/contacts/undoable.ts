import { useToasts } from '../ui/toasts.ts'

/** Says what was done, with the way back: what the call left in the history. */
export function useUndoable() {
  const toasts = useToasts()
  return (text: string, operation: number | null) => toasts.notify({ text, undo: operation ?? undefined })
}
