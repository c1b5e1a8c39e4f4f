import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useApi } from '../api.ts'

type Undo = number | (() => Promise<unknown>)
type Message = { text: string; tone?: 'plain' | 'error'; /** An operation of the history, or how to take it back. */ undo?: Undo | null }
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

  async function takeBack(toast: Toast) {
    dismiss(toast)
    if (typeof toast.undo === 'number') await api.run('operations.undo', { id: toast.undo })
    if (typeof toast.undo === 'function') await toast.undo()
  }

  return { toasts, notify, dismiss, takeBack }
})
