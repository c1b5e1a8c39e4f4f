import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { PlaceName } from './places.ts'

type Counts = Partial<Record<PlaceName, number>>

/** How many there are behind the names of the side navigation. */
export const useCounts = defineStore('counts', () => {
  const api = useApi()
  const { today } = useShopClock()
  const counts = shallowRef<Counts>({})

  async function load() {
    try {
      const [contacts, trash, visits, tasks, deals] = await Promise.all([
        api('contacts.list', { limit: 1 }),
        api('contacts.list', { limit: 1, trashed: true }),
        api('appointments.between', { from: today.value, to: dayAfter(today.value) }),
        api('tasks.counts', {}),
        api('deals.list', { limit: 1 }),
      ])
      const visitsToday = visits.filter(({ kind, status }) => kind === 'visit' && status !== 'noShow').length
      counts.value = {
        ...{ calendar: visitsToday, contacts: contacts.total, trash: trash.total },
        ...{ tasks: tasks.today, pipeline: deals.total },
      }
    } catch {
      // The page says what is wrong; the navigation keeps the numbers it has.
    }
  }

  // An import tells of a change many times a second.
  useChanges(['contact', 'purge', 'appointment', 'task', 'deal'], useDebounceFn(load, 250, { maxWait: 2000 }))
  watch(today, load)

  return { counts, load }
})
