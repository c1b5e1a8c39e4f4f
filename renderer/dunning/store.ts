import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input, Output } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

export type Shown = NonNullable<Input<'dunning.openItems'>['show']>
export const dunningTables = ['document', 'settlement', 'reminder', 'reminderPause', 'reminderStop', 'setting']

const atOnce = 100
const most = 500

/** What is open, by client, as far as it has been scrolled to. */
export const useOpenItems = defineStore('openItems', () => {
  const api = useApi()
  const show = shallowRef<Shown>('all')
  const answer = shallowRef<Output<'dunning.openItems'> | null>(null)
  const failure = shallowRef<unknown>(null)
  let wanted = atOnce
  let latest = 0

  async function load() {
    const turn = ++latest
    try {
      const found = await api('dunning.openItems', { show: show.value, limit: wanted })
      if (turn !== latest) return
      answer.value = found
      failure.value = null
    } catch (cause) {
      if (turn === latest) failure.value = cause
    }
  }

  function narrow(next: Shown) {
    show.value = next
    wanted = atOnce
    void load()
  }
  function loadMore() {
    wanted = Math.min(most, wanted + atOnce)
    void load()
  }
  useChanges(
    dunningTables,
    useThrottleFn(() => answer.value && void load(), 250, true),
  )

  const clients = computed(() => answer.value?.clients ?? [])
  const hasMore = computed(() => answer.value !== null && clients.value.length < Math.min(most, answer.value.total))
  const letters = computed(() => Object.values(answer.value?.letters ?? {}).reduce((sum, count) => sum + count, 0))
  return { show, answer, failure, clients, hasMore, letters, load, loadMore, narrow }
})
