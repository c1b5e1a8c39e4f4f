import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import { daysOf } from '../../shared/invoices/periods.ts'
import type { Payment, PaymentMethod } from '../../shared/payments/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'

type Filter = Readonly<{ from: string | null; to: string | null; method: PaymentMethod | null }>

const pageSize = 100

/** What came in and what went back, the latest day first, as far as it has been scrolled to. */
export const usePayments = defineStore('payments', () => {
  const api = useApi()
  const { today } = useShopClock()
  const filter = shallowRef<Filter>({ ...daysOf('thisMonth', today.value), method: null })
  const payments = shallowRef<readonly Payment[] | null>(null)
  const sums = shallowRef<Output<'payments.sums'> | null>(null)
  const failure = shallowRef<unknown>(null)
  const hasMore = shallowRef(false)
  let latest = 0

  async function read(before: number | null) {
    const turn = ++latest
    const { from, to } = filter.value
    try {
      const [page, counted] = await Promise.all([
        api('payments.list', { ...filter.value, before, limit: pageSize }),
        before === null ? api('payments.sums', { from, to }) : sums.value,
      ])
      if (turn !== latest) return
      payments.value = before === null ? page : [...(payments.value ?? []), ...page]
      sums.value = counted
      hasMore.value = page.length === pageSize
      failure.value = null
    } catch (cause) {
      if (turn === latest) failure.value = cause
    }
  }

  const load = () => read(null)
  const loadMore = () => read(payments.value?.at(-1)?.id ?? null)
  function narrow(change: Partial<Filter>) {
    filter.value = { ...filter.value, ...change }
    void load()
  }
  useChanges(
    ['payment', 'settlement'],
    useThrottleFn(() => payments.value && void load(), 250, true),
  )

  const isAnyTime = computed(() => filter.value.from === null && filter.value.to === null)
  return { filter, payments, sums, failure, hasMore, isAnyTime, load, loadMore, narrow }
})
