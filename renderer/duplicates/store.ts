import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { DuplicateGroup } from '../../shared/duplicates/model.ts'
import type { Progress } from '../../shared/jobs/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

const readAhead = 50

/** The suggested groups, best first, and the one that is looked at. */
export const useDuplicates = defineStore('duplicates', () => {
  const api = useApi()
  const state = shallowRef<Output<'duplicates.state'> | null>(null)
  const groups = shallowRef<readonly DuplicateGroup[] | null>(null)
  const total = shallowRef(0)
  const position = shallowRef(0)
  const error = shallowRef<unknown>(null)
  const current = computed(() => groups.value?.[position.value] ?? null)

  async function load() {
    try {
      const limit = Math.min(100, Math.max(readAhead, position.value + 20))
      const [now, page] = await Promise.all([api('duplicates.state', {}), api('duplicates.groups', { limit })])
      state.value = now
      groups.value = page.groups
      total.value = page.total
      position.value = Math.max(0, Math.min(position.value, page.groups.length - 1))
      error.value = null
    } catch (cause) {
      error.value = cause
    }
  }

  function go(to: number) {
    position.value = Math.max(0, Math.min(to, (groups.value?.length ?? 1) - 1))
    if (position.value + 10 > (groups.value?.length ?? 0) && (groups.value?.length ?? 0) < Math.min(100, total.value)) void load()
  }

  const scanning = shallowRef<Progress | null>(null)
  let stop: AbortController | null = null

  async function scan() {
    stop = new AbortController()
    scanning.value = { done: 0, total: null, perSecond: null }
    try {
      await api.run('duplicates.scan', {}, { onProgress: progress => (scanning.value = progress), signal: stop.signal })
      position.value = 0
    } finally {
      scanning.value = null
      await load()
    }
  }

  const mergeCertain = () => api.noted('duplicates.mergeCertain', {})
  const dismiss = (ids: readonly number[]) => api.noted('duplicates.dismiss', { ids: [...ids] })

  const refresh = useThrottleFn(() => void load(), 300, true)
  useChanges(['contact', 'contactTag', 'duplicateDismissal'], () => groups.value && refresh())

  return {
    state,
    groups,
    total,
    position,
    current,
    error,
    scanning,
    load,
    go,
    scan,
    cancelScan: () => stop?.abort(),
    mergeCertain,
    dismiss,
  }
})
