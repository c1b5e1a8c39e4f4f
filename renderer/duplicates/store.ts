import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Progress } from '../../shared/jobs/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

const readAhead = 50
const mostGroups = 100

/** The suggested groups, best first, and the one that is looked at. */
export const useDuplicates = defineStore('duplicates', () => {
  const api = useApi()
  /** Where somebody went; what they settle there shortens the list. */
  const wanted = shallowRef(0)
  const { answer, failure: error, load } = useAnswer(read, { changes: ['contact', 'contactTag', 'duplicateDismissal'], every: 300 })
  const groups = computed(() => answer.value?.groups ?? null)
  const total = computed(() => answer.value?.total ?? 0)
  const position = computed(() => Math.max(0, Math.min(wanted.value, (groups.value?.length ?? 0) - 1)))

  async function read() {
    const limit = Math.min(mostGroups, Math.max(readAhead, position.value + 20))
    const [state, page] = await Promise.all([api('duplicates.state', {}), api('duplicates.groups', { limit })])
    return { state, ...page }
  }

  function go(to: number) {
    wanted.value = to
    wanted.value = position.value
    const known = groups.value?.length ?? 0
    if (position.value + 10 > known && known < Math.min(mostGroups, total.value)) void load()
  }

  const scanning = shallowRef<Progress | null>(null)
  let stop: AbortController | null = null

  async function scan() {
    stop = new AbortController()
    scanning.value = { done: 0, total: null, perSecond: null }
    try {
      await api.run('duplicates.scan', {}, { onProgress: progress => (scanning.value = progress), signal: stop.signal })
      wanted.value = 0
    } finally {
      scanning.value = null
      await load()
    }
  }

  const mergeCertain = () => api.noted('duplicates.mergeCertain', {})
  const dismiss = (ids: readonly number[]) => api.noted('duplicates.dismiss', { ids: [...ids] })

  return {
    ...{ groups, total, position, error },
    state: computed(() => answer.value?.state ?? null),
    current: computed(() => groups.value?.[position.value] ?? null),
    scanning,
    load,
    go,
    scan,
    cancelScan: () => stop?.abort(),
    mergeCertain,
    dismiss,
  }
})
