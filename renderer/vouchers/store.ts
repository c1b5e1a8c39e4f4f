import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { VoucherFilter, type Voucher } from '../../shared/vouchers/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useScrolled } from '../composables/scrolled.ts'

export const everyVoucher = VoucherFilter.parse({})
export const voucherTables = ['voucher', 'voucherEntry', 'document', 'settlement']

const atOnce = 100

/** The list of gift cards and packages as it was filtered last, and what is owed for all of them. */
export const useVouchers = defineStore('vouchers', () => {
  const api = useApi()
  const filter = shallowRef(everyVoucher)
  const {
    rows,
    hasMore,
    failure,
    begin,
    loadMore: more,
  } = useScrolled<Voucher>(
    () =>
      ({ length: offset }, limit) =>
        api('vouchers.list', { ...filter.value, offset, limit }),
    {
      ...{ atOnce, changes: voucherTables, every: 250 },
    },
  )
  const { answer: owed, load: count } = useAnswer(() => api('vouchers.outstanding', {}), { changes: voucherTables, every: 250 })
  const outstanding = computed(() => owed.value ?? [])
  const isFiltered = computed(() => JSON.stringify(filter.value) !== JSON.stringify(everyVoucher))
  const isEmpty = computed(() => rows.value?.length === 0 && !isFiltered.value)

  const ask = () => void Promise.all([begin(), count()])
  function narrow(change: Partial<VoucherFilter>) {
    filter.value = { ...filter.value, ...change }
    void begin()
  }

  return { filter, rows, hasMore, outstanding, failure, isFiltered, isEmpty, ask, more, narrow }
})
