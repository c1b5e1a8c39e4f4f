import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

type Question = { title: string; text: string; action: string; danger?: boolean }

/** One question at a time: `await confirm.ask({ ... })` is true where the user agreed. */
export const useConfirm = defineStore('confirm', () => {
  const question = shallowRef<Question | null>(null)
  let settle: ((agreed: boolean) => void) | null = null

  function ask(next: Question) {
    settle?.(false)
    question.value = next
    return new Promise<boolean>(resolve => {
      settle = resolve
    })
  }

  function answer(agreed: boolean) {
    question.value = null
    settle?.(agreed)
  }

  return { question, ask, answer }
})
