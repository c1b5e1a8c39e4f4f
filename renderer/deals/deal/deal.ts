import { shallowRef, watch } from 'vue'
import type { Deal } from '../../../shared/deals/model.ts'
import { useApi } from '../../api.ts'
import { useChanges } from '../../composables/events.ts'
import { dealTables } from '../store.ts'

/** One deal as it stands, whoever changes it. */
export function useDeal(id: () => number) {
  const api = useApi()
  const deal = shallowRef<Deal | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    const asked = id()
    try {
      const answer = await api('deals.get', { id: asked })
      if (asked !== id()) return
      deal.value = answer
      failure.value = null
    } catch (cause) {
      if (asked === id()) failure.value = cause
    }
  }
  watch(
    id,
    () => {
      deal.value = null
      void load()
    },
    { immediate: true },
  )
  useChanges([...dealTables, 'document', 'staff'], () => void load())

  return { deal, failure, load }
}
