import { computed, type Ref } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** The contacts for what is typed so far. */
export function usePaletteSearch(text: Ref<string>, atMost = 8) {
  const api = useApi()
  const wanted = computed(() => text.value.trim())

  async function search(text: string) {
    return { text, contacts: await api('contacts.search', { text, limit: atMost }) }
  }
  const { answer, failure, load } = useAnswer(() => (wanted.value ? search(wanted.value) : null), { of: wanted, keep: true, rest: 60 })

  return {
    found: computed(() => answer.value?.contacts ?? []),
    foundFor: computed(() => answer.value?.text ?? ''),
    error: failure,
    /** At once, for whoever does not wait. */
    search: load,
  }
}
