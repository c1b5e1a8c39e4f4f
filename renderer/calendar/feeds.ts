import { computed, onMounted, shallowRef } from 'vue'
import type { Feed } from '../../shared/calendar/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** The addresses at which somebody's calendar can be read. */
export function useFeeds(staffId: number) {
  const api = useApi()
  // Without an answer none is listed; opening one asks again.
  const { answer, load } = useAnswer(() => api('calendar.feeds', {}))
  onMounted(load)
  const feeds = computed(() => answer.value?.filter(feed => feed.staffId === staffId) ?? [])
  /** The one that was opened here, with its address, which nobody can be shown again. */
  const opened = shallowRef<Feed | null>(null)

  async function open() {
    opened.value = await api('calendar.openFeed', { staffId })
    await load()
  }

  async function close({ id }: Feed) {
    await api('calendar.closeFeed', { id })
    if (opened.value?.id === id) opened.value = null
    await load()
  }

  return { feeds, opened, open, close }
}
