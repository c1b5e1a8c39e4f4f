import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { CalendarEntry } from '../../shared/appointments/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'

/** Today's visits, whatever day is looked at; cancelled ones included. */
export const useToday = defineStore('today', () => {
  const api = useApi()
  const { today } = useShopClock()
  const entries = shallowRef<readonly CalendarEntry[] | null>(null)

  async function load() {
    const day = today.value
    const found = await api('appointments.between', { from: day, to: dayAfter(day), cancelled: true })
    if (day === today.value) entries.value = found
  }
  // Without an answer the page says what is wrong; what is known stays.
  const reload = () => void load().catch(() => undefined)
  const refresh = useThrottleFn(reload, 200, true)

  watch(today, reload)
  useChanges(['appointment', 'appointmentService', 'contact'], () => refresh())
  return { entries, load: reload }
})
