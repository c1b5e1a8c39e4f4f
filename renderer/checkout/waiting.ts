import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useShopClock } from '../composables/shop-clock.ts'

/** Who is in or has been today, and has not paid. */
export const useWaitingToPay = defineStore('waitingToPay', () => {
  const api = useApi()
  const { today } = useShopClock()
  const { answer, load } = useAnswer(() => api('checkout.waiting', {}), { changes: ['appointment', 'document', 'contact'], every: 250 })
  watch(today, load)
  return { visits: computed(() => answer.value ?? []), load }
})
