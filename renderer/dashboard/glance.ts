import { useThrottleFn } from '@vueuse/core'
import { shallowRef, watch } from 'vue'
import type { Arrangement, Dashboard } from '../../shared/dashboard/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { figureSources } from '../reports/answer.ts'

const sources = [...figureSources, 'loyaltyProgramme', 'duplicateGroup', 'duplicateDismissal']

/** The tiles and what they say; asked again when what they are made of changes, and when a day begins. */
export function useGlance() {
  const api = useApi()
  const { today } = useShopClock()
  const arrangement = shallowRef<Arrangement | null>(null)
  const dashboard = shallowRef<Dashboard | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    try {
      const [arranged, told] = await Promise.all([api('dashboard.arrangement', {}), api('dashboard.tiles', {})])
      arrangement.value = arranged
      dashboard.value = told
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  watch(today, load, { immediate: true })
  useChanges(
    sources,
    useThrottleFn(() => void load(), 2000, true),
  )

  async function arrange(tiles: Arrangement) {
    const done = await api.noted('dashboard.arrange', { tiles: [...tiles] })
    arrangement.value = done.value
    await load()
    return done
  }

  return { arrangement, dashboard, failure, arrange }
}
