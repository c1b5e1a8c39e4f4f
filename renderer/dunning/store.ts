import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

export type Shown = NonNullable<Input<'dunning.openItems'>['show']>
export const dunningTables = ['document', 'settlement', 'reminder', 'reminderPause', 'reminderStop', 'setting']

const atOnce = 100
const most = 500

/** What is open, by client, as far as it has been scrolled to. */
export const useOpenItems = defineStore('openItems', () => {
  const api = useApi()
  const show = shallowRef<Shown>('all')
  let wanted = atOnce
  const { answer, failure, load } = useAnswer(() => api('dunning.openItems', { show: show.value, limit: wanted }), {
    changes: dunningTables,
    every: 250,
  })

  function narrow(next: Shown) {
    show.value = next
    wanted = atOnce
    void load()
  }
  function loadMore() {
    wanted = Math.min(most, wanted + atOnce)
    void load()
  }

  const clients = computed(() => answer.value?.clients ?? [])
  const hasMore = computed(() => answer.value !== null && clients.value.length < Math.min(most, answer.value.total))
  const letters = computed(() => Object.values(answer.value?.letters ?? {}).reduce((sum, count) => sum + count, 0))
  return { show, answer, failure, clients, hasMore, letters, load, loadMore, narrow }
})
