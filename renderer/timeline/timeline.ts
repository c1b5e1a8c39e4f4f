import { useThrottleFn } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { AppError } from '../../shared/errors.ts'
import type { TimelineCursor, TimelineEntry, TimelineKind, TimelinePage } from '../../shared/timeline/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { tables } from './lines.ts'

const mostPerRequest = 200
type Shown = Omit<TimelinePage, 'next'> & { next: TimelineCursor | null }

/** What happened with one contact, newest first, as far as it has been scrolled to. */
export function useTimeline(
  contactId: () => number,
  kinds: () => readonly TimelineKind[],
  { pageSize = 30, dealId = () => null }: { pageSize?: number; dealId?: () => number | null } = {},
) {
  const api = useApi()
  const shown = shallowRef<Shown | null>(null)
  const failure = shallowRef<unknown>(null)
  let latest = 0

  const ask = (before: TimelineCursor | null, limit: number) =>
    api('timeline.list', { contactId: contactId(), dealId: dealId(), kinds: [...kinds()], before, limit })

  async function read(load: () => Promise<Shown>) {
    const turn = ++latest
    try {
      const page = await load()
      if (turn !== latest) return
      shown.value = page
      failure.value = null
    } catch (error) {
      if (turn === latest) failure.value = error
    }
  }

  /** As much as is shown already, so that nothing moves under anybody's eyes. */
  const refresh = () => read(() => ask(null, Math.min(mostPerRequest, Math.max(pageSize, shown.value?.entries.length ?? 0))))
  const loadMore = () =>
    read(async () => {
      const { pinned = [], entries = [], next = null } = shown.value ?? {}
      const more = await ask(next, pageSize)
      return { pinned, entries: [...entries, ...more.entries], next: more.next }
    })

  watch(contactId, () => (shown.value = null))
  watch([contactId, kinds], refresh, { immediate: true })
  useChanges(tables, useThrottleFn(refresh, 250, true))

  const isGone = computed(() => failure.value instanceof AppError && failure.value.code === 'notFound')
  const entries = computed<readonly TimelineEntry[]>(() => shown.value?.entries ?? [])
  const pinned = computed<readonly TimelineEntry[]>(() => shown.value?.pinned ?? [])
  return {
    ...{ entries, pinned, failure, isGone, refresh, loadMore },
    isLoading: computed(() => shown.value === null && failure.value === null),
    hasMore: computed(() => (shown.value?.next ?? null) !== null),
  }
}
