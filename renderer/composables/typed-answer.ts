import { watchDebounced } from '@vueuse/core'
import { useAnswer } from './answer.ts'

/** What the server says to what is being typed, a moment after that; null asks nothing. */
export function useTypedAnswer<Question, Answer>(question: () => Question | null, ask: (question: Question) => Promise<Answer>) {
  const { answer, failure, load } = useAnswer(() => {
    const wanted = question()
    return wanted === null ? null : ask(wanted)
  })
  watchDebounced(() => JSON.stringify(question()), load, { debounce: 120, maxWait: 600, immediate: true })
  return { answer, failure, reload: load }
}
