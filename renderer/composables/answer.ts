import { shallowRef, watch } from 'vue'
import { useChanges } from './events.ts'

type Options = {
  /** What the question is about: another one is asked anew at once, and the former answer forgotten. */
  of?: () => unknown
  /** The tables that the answer is made of: asked again when one of them changes, whoever changed it. */
  changes?: readonly string[]
}

/**
 * What the newest question was answered, or `null`; an answer to an earlier one that comes late is dropped, as it is about
 * something else. `ask` gives `null` where there is nothing to ask. A failure leaves the last answer as it was.
 */
export function useAnswer<T>(ask: () => Promise<T> | null, { of, changes = [] }: Options = {}) {
  const answer = shallowRef<T | null>(null)
  const failure = shallowRef<unknown>(null)
  let newest = 0

  async function load() {
    const turn = ++newest
    try {
      const found = await ask()
      if (turn !== newest || found === null) return
      answer.value = found
      failure.value = null
    } catch (cause) {
      if (turn === newest) failure.value = cause
    }
  }

  function forget() {
    newest++
    answer.value = null
    failure.value = null
  }

  if (of) {
    watch(
      of,
      () => {
        forget()
        void load()
      },
      { immediate: true },
    )
  }
  if (changes.length > 0) useChanges(changes, () => void load())
  return { answer, failure, load, forget }
}
