import { useDebounceFn } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import type { PlaceName } from './places.ts'

type Counts = Partial<Record<PlaceName, number>>

/** How many there are behind the names of the side navigation. */
export const useCounts = defineStore('counts', () => {
  const api = useApi()
  const counts = shallowRef<Counts>({})

  async function load() {
    try {
      const [contacts, trash] = await Promise.all([api('contacts.list', { limit: 1 }), api('contacts.list', { limit: 1, trashed: true })])
      counts.value = { contacts: contacts.total, trash: trash.total }
    } catch {
      // The page says what is wrong; the navigation keeps the numbers it has.
    }
  }

  // An import tells of a change many times a second.
  useChanges(['contact'], useDebounceFn(load, 250, { maxWait: 2000 }))

  return { counts, load }
})
