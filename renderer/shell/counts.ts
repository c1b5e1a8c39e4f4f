import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { dayAfter } from '../../shared/zone.ts'
import type { PlaceName } from './places.ts'

type Counts = Partial<Record<PlaceName, number>>

/** How many there are behind the names of the side navigation. */
export const useCounts = defineStore('counts', () => {
  const api = useApi()
  const { today } = useShopClock()
  async function count(): Promise<Counts> {
    const [contacts, trash, visits, tasks, deals] = await Promise.all([
      api('contacts.list', { limit: 1 }),
      api('contacts.list', { limit: 1, trashed: true }),
      api('appointments.between', { from: today.value, to: dayAfter(today.value) }),
      api('tasks.counts', {}),
      api('deals.list', { limit: 1 }),
    ])
    const visitsToday = visits.filter(({ kind, status }) => kind === 'visit' && status !== 'noShow').length
    return {
      ...{ calendar: visitsToday, contacts: contacts.total, trash: trash.total },
      ...{ tasks: tasks.today, pipeline: deals.total },
    }
  }

  // Where they cannot be had, the page says what is wrong. An import tells of a change many times a second.
  const { answer, load } = useAnswer(count, { changes: ['contact', 'purge', 'appointment', 'task', 'deal'], every: 1000 })
  watch(today, load)

  return { counts: computed(() => answer.value ?? {}), load }
})
