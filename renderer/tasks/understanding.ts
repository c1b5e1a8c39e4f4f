import { watchDebounced } from '@vueuse/core'
import { shallowRef, type Ref } from 'vue'
import type { Understood } from '../../shared/tasks/model.ts'
import { useApi } from '../api.ts'

/** What a sentence says, while it is typed. */
export function useUnderstanding(text: Ref<string>) {
  const api = useApi()
  const understood = shallowRef<Understood | null>(null)

  /** Of what is typed now, whatever was asked for before. */
  async function read() {
    const asked = text.value
    const answer = asked.trim() === '' ? null : await api('tasks.understand', { text: asked }).catch(() => null)
    if (asked === text.value) understood.value = answer
    return answer
  }
  watchDebounced(text, read, { debounce: 120, maxWait: 400 })

  return { understood, read }
}
