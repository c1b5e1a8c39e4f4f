import { defineStore } from 'pinia'
import { watch } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
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
  const {
    answer: day,
    failure,
    load,
  } = useAnswer(() => api('today.list', { assigneeId: settings.preferences.taskStaffId }), { changes: tables, every: 100 })
  // A time comes, a day begins.
  watch(now, () => day.value && void load())

  return { day, failure, load }
})
