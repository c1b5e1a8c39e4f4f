import { computed } from 'vue'
import type { Arrangement } from '../../shared/dashboard/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { figureSources } from '../reports/answer.ts'

const sources = [...figureSources, 'loyaltyProgramme', 'duplicateGroup', 'duplicateDismissal']

/** The tiles and what they say; asked again when what they are made of changes, and when a day begins. */
export function useGlance() {
  const api = useApi()
  const { today } = useShopClock()
  const { answer, failure, load, put } = useAnswer(
    async () => {
      const [arrangement, dashboard] = await Promise.all([api('dashboard.arrangement', {}), api('dashboard.tiles', {})])
      return { arrangement, dashboard }
    },
    { of: today, keep: true, changes: sources, every: 2000 },
  )

  async function arrange(tiles: Arrangement) {
    const done = await api.noted('dashboard.arrange', { tiles: [...tiles] })
    if (answer.value) put({ ...answer.value, arrangement: done.value })
    await load()
    return done
  }

  return {
    arrangement: computed(() => answer.value?.arrangement ?? null),
    dashboard: computed(() => answer.value?.dashboard ?? null),
    failure,
    arrange,
  }
}
