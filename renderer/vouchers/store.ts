import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { VoucherFilter, type Outstanding, type Voucher } from '../../shared/vouchers/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

export const everyVoucher = VoucherFilter.parse({})
export const voucherTables = ['voucher', 'voucherEntry', 'document', 'settlement']

const atOnce = 100

/** The list of gift cards and packages as it was filtered last, and what is owed for all of them. */
export const useVouchers = defineStore('vouchers', () => {
  const api = useApi()
  const filter = shallowRef(everyVoucher)
  const rows = shallowRef<readonly Voucher[] | null>(null)
  const hasMore = shallowRef(false)
  const outstanding = shallowRef<readonly Outstanding[]>([])
  const failure = shallowRef<unknown>(null)
  const isFiltered = computed(() => JSON.stringify(filter.value) !== JSON.stringify(everyVoucher))
  const isEmpty = computed(() => rows.value?.length === 0 && !isFiltered.value)

  async function read(count: number) {
    const question = filter.value
    try {
      const found: Voucher[] = []
      // One more than is shown says whether there are more.
      for (let offset = 0; offset === found.length && offset <= count; offset += atOnce)
        found.push(...(await api('vouchers.list', { ...question, offset, limit: Math.min(atOnce, count + 1 - offset) })))
      if (question !== filter.value) return
      rows.value = found.slice(0, count)
      hasMore.value = found.length > count
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  async function count() {
    outstanding.value = await api('vouchers.outstanding', {}).catch(() => [])
  }

  const ask = () => void Promise.all([read(atOnce), count()])
  const more = () => read((rows.value?.length ?? 0) + atOnce)
  function narrow(change: Partial<VoucherFilter>) {
    filter.value = { ...filter.value, ...change }
    void read(atOnce)
  }
  const reload = () => {
    if (rows.value !== null) void Promise.all([read(Math.max(atOnce, rows.value.length)), count()])
  }
  useChanges(voucherTables, useThrottleFn(reload, 250, true))

  return { filter, rows, hasMore, outstanding, failure, isFiltered, isEmpty, ask, more, narrow }
})
