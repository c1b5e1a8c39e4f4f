import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Preference, Waiting } from '../../../shared/waiting/model.ts'
import { useApi } from '../../api.ts'
import { useChanges } from '../../composables/events.ts'

/** Whoever waits for a time, the longest first. */
export const useWaiting = defineStore('waiting', () => {
  const api = useApi()
  const list = shallowRef<readonly Waiting[] | null>(null)
  const load = async () => {
    list.value = await api('waiting.list', {})
  }
  const reload = () => void load().catch(() => undefined)
  useChanges(['waiting', 'contact'], reload)
  return { list, load: reload }
})

/** What is carried while an entry is dragged onto the day. */
export const dragType = 'application/x-regulars-waiting'

export const anyTime: Preference = { weekdays: [], from: null, to: null }
