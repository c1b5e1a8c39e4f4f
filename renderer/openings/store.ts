import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Output } from '../../shared/contract.ts'
import type { Closure, NewClosure } from '../../shared/openings/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

export type Holidays = Output<'openings.holidays'>

/** The days on which the shop has other hours than in an ordinary week. */
export const useOpenings = defineStore('openings', () => {
  const api = useApi()
  const closures = shallowRef<readonly Closure[]>([])
  const isLoaded = shallowRef(false)

  async function load() {
    closures.value = await api('openings.closures', {})
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['closure'], () => void load())

  return {
    closures,
    isLoaded,
    load,
    holidays: (year: number, region: string): Promise<Holidays> => api('openings.holidays', { year, region }),
    add: (closures: NewClosure[]) => api.noted('openings.addClosures', { closures }),
    change: (closure: Closure) => api.noted('openings.changeClosure', closure),
    remove: (id: number) => api.noted('openings.removeClosure', { id }),
  }
})
