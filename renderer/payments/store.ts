import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { daysOf } from '../../shared/invoices/periods.ts'
import type { Payment, PaymentMethod } from '../../shared/payments/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useScrolled } from '../composables/scrolled.ts'
import { useShopClock } from '../composables/shop-clock.ts'

type Filter = Readonly<{ from: string | null; to: string | null; method: PaymentMethod | null }>

const pageSize = 100

/** What came in and what went back, the latest day first, as far as it has been scrolled to. */
export const usePayments = defineStore('payments', () => {
  const api = useApi()
  const { today } = useShopClock()
  const filter = shallowRef<Filter>({ ...daysOf('thisMonth', today.value), method: null })
  const watched = { changes: ['payment', 'settlement'], every: 250 }
  const {
    rows: payments,
    failure,
    hasMore,
    begin,
    loadMore,
  } = useScrolled<Payment>(() => (known, limit) => api('payments.list', { ...filter.value, before: known.at(-1)?.id ?? null, limit }), {
    atOnce: pageSize,
    ...watched,
  })
  const { answer: sums, load: count } = useAnswer(() => api('payments.sums', { from: filter.value.from, to: filter.value.to }), watched)

  const load = () => Promise.all([begin(), count()])
  function narrow(change: Partial<Filter>) {
    filter.value = { ...filter.value, ...change }
    void load()
  }

  const isAnyTime = computed(() => filter.value.from === null && filter.value.to === null)
  return { filter, payments, sums, failure, hasMore, isAnyTime, load, loadMore, narrow }
})
