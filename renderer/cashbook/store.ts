import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Payment } from '../../shared/payments/model.ts'
import type { CashClosing, CashDay } from '../../shared/cashbook/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** A day of the drawer, and how earlier days were closed. */
export const useCashbook = defineStore('cashbook', () => {
  const api = useApi()
  const day = shallowRef<CashDay | null>(null)
  const closings = shallowRef<readonly CashClosing[]>([])
  /** Those of the day, by their ids: what the drawer's entries are about. */
  const payments = shallowRef<ReadonlyMap<number, Payment>>(new Map())
  const failure = shallowRef<unknown>(null)
  let wanted: string | undefined

  /** Left out: today, as the shop's wall has it. */
  async function show(of?: string) {
    wanted = of
    try {
      const shown = await api('cashbook.day', of ? { day: of } : {})
      const days = { from: shown.day, to: shown.day }
      const [closed, paid] = await Promise.all([api('cashbook.closings', { limit: 60 }), api('payments.list', { ...days, limit: 200 })])
      if (wanted !== of) return
      payments.value = new Map(paid.map(payment => [payment.id, payment]))
      day.value = shown
      closings.value = closed
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  useChanges(['cashEntry', 'cashClosing', 'payment'], () => day.value && void show(wanted))

  return { day, closings, payments, failure, show }
})
