import { useDebounceFn } from '@vueuse/core'
import { shallowRef, watch, type Ref } from 'vue'
import type { ContactLine } from '../../shared/contacts/model.ts'
import { useApi } from '../api.ts'

/** The contacts for what is typed so far. An answer that was overtaken by a later question is dropped. */
export function usePaletteSearch(text: Ref<string>, atMost = 8) {
  const api = useApi()
  const found = shallowRef<readonly ContactLine[]>([])
  const foundFor = shallowRef('')
  const error = shallowRef<unknown>(null)
  let latest = 0

  async function search(wanted: string) {
    const question = ++latest
    try {
      const contacts = wanted ? await api('contacts.search', { text: wanted, limit: atMost }) : []
      if (question !== latest) return
      found.value = contacts
      foundFor.value = wanted
      error.value = null
    } catch (cause) {
      if (question === latest) error.value = cause
    }
  }

  const searchSoon = useDebounceFn(() => search(text.value.trim()), 60)
  watch(text, () => void searchSoon())
  return { found, foundFor, error, search: () => search(text.value.trim()) }
}
