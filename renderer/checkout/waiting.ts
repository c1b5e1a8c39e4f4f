import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { WaitingToPay } from '../../shared/checkout/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'

/** Who is in or has been today, and has not paid. */
export const useWaitingToPay = defineStore('waitingToPay', () => {
  const api = useApi()
  const { today } = useShopClock()
  const visits = shallowRef<readonly WaitingToPay[]>([])

  async function load() {
    visits.value = await api('checkout.waiting', {})
  }
  // What is known stays where there is no answer.
  const reload = () => void load().catch(() => undefined)
  watch(today, reload)
  useChanges(['appointment', 'document', 'contact'], useThrottleFn(reload, 250, true))
  return { visits, load: reload }
})
