import { useThrottleFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Operation } from '../../shared/operations/model.ts'
import { useApi } from '../api.ts'
import { useAppEvents } from '../composables/events.ts'

const pageSize = 50
const mostPerRequest = 200

/** What happened, newest first, as far as it has been scrolled to. */
export const useHistory = defineStore('history', () => {
  const api = useApi()
  const operations = shallowRef<readonly Operation[] | null>(null)
  const hasMore = shallowRef(false)
  const error = shallowRef<unknown>(null)
  /** What is older was forgotten. */
  const forgottenBefore = shallowRef<string | null>(null)
  let loading = false

  async function read(wanted: number) {
    const read: Operation[] = []
    while (read.length < wanted) {
      const limit = Math.min(mostPerRequest, wanted - read.length)
      const page = await api('operations.list', { before: read.at(-1)?.id ?? null, limit })
      read.push(...page)
      if (page.length < limit) break
    }
    operations.value = read
    hasMore.value = read.length === wanted
    if (!hasMore.value) forgottenBefore.value = (await api('retention.forgotten', {})).before
  }

  /** A taking back changes older lines too, so all that is shown is read again. */
  async function load(wanted = Math.max(pageSize, operations.value?.length ?? 0)) {
    if (loading) return
    loading = true
    try {
      await read(wanted)
      error.value = null
    } catch (cause) {
      error.value = cause
    } finally {
      loading = false
    }
  }

  const loadMore = () => load((operations.value?.length ?? 0) + pageSize)

  const takeBack = ({ id }: Pick<Operation, 'id'>) => api.run('operations.undo', { id })

  const refresh = useThrottleFn(() => void load(), 500, true)
  useAppEvents(event => event.type === 'changed' && operations.value && void refresh())

  const count = computed(() => operations.value?.length ?? 0)
  return { operations, count, hasMore, forgottenBefore, error, load, loadMore, takeBack }
})
