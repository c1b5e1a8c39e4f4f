import { defineStore } from 'pinia'
import { watch } from 'vue'
import { dayAfter } from '../../shared/zone.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useShopClock } from '../composables/shop-clock.ts'

/** Today's visits, whatever day is looked at; cancelled ones included. */
export const useToday = defineStore('today', () => {
  const api = useApi()
  const { today } = useShopClock()
  // Without an answer the page says what is wrong; what is known stays.
  const { answer: entries, load } = useAnswer(
    () => api('appointments.between', { from: today.value, to: dayAfter(today.value), cancelled: true }),
    { changes: ['appointment', 'appointmentService', 'contact'], every: 200 },
  )
  watch(today, load)
  return { entries, load }
})
