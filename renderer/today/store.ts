import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { Today } from '../../shared/today/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useSettings } from '../settings/store.ts'

/** Whatever a line of the day is made of. */
const tables = [
  ...['task', 'todayMark', 'contact', 'field', 'deal', 'stage', 'activity'],
  ...['document', 'payment', 'settlement', 'appointment', 'setting'],
]

/** The day, as the shop's wall has it. */
export const useDay = defineStore('day', () => {
  const api = useApi()
  const settings = useSettings()
  const { now } = useShopClock()
  const day = shallowRef<Today | null>(null)
  const failure = shallowRef<unknown>(null)

  async function load() {
    try {
      day.value = await api('today.list', { assigneeId: settings.preferences.taskStaffId })
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  const loadSoon = useDebounceFn(() => day.value && void load(), 80, { maxWait: 1000 })
  useChanges(tables, loadSoon)
  // A time comes, a day begins.
  watch(now, () => void loadSoon())

  return { day, failure, load }
})
