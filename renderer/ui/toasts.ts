import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useApi } from '../api.ts'

type Undo = number | (() => Promise<unknown>)
export type ToastAction = { text: string; run: () => unknown }
type Message = {
  text: string
  tone?: 'plain' | 'error'
  /** An operation of the history, or how to take it back. */
  undo?: Undo | null
  /** What can be done about it, beside nothing. */
  actions?: readonly ToastAction[]
  /** Until somebody takes it away. */
  stays?: boolean
  /** The operation that has taken something back. */
  putBack?: number | null
}
export type Toast = Message & { id: number }

const atMost = 3

/** Short news at the edge of the window, with a way back. */
export const useToasts = defineStore('toasts', () => {
  const api = useApi()
  const toasts = shallowRef<readonly Toast[]>([])
  let last = 0

  function notify(message: Message) {
    toasts.value = [...toasts.value, { ...message, id: ++last }].slice(-atMost)
  }

  function dismiss({ id }: Toast) {
    toasts.value = toasts.value.filter(toast => toast.id !== id)
  }

  /** Nothing older is offered any more, where it may not be the last change. */
  function dropOffers() {
    toasts.value = toasts.value.filter(({ undo, putBack }) => !undo && !putBack)
  }

  async function takeBack(toast: Toast) {
    dismiss(toast)
    if (toast.putBack) await api.run('operations.undo', { id: toast.putBack })
    if (typeof toast.undo === 'number') await api.run('operations.undo', { id: toast.undo })
    if (typeof toast.undo === 'function') await toast.undo()
  }

  return { toasts, notify, dismiss, dropOffers, takeBack }
})
