import { defineStore } from 'pinia'
import type { Output } from '../../shared/contract.ts'
import type { Closure, NewClosure } from '../../shared/openings/model.ts'
import { useApi } from '../api.ts'
import { useKnownList } from '../composables/known-list.ts'

export type Holidays = Output<'openings.holidays'>

/** The days on which the shop has other hours than in an ordinary week. */
export const useOpenings = defineStore('openings', () => {
  const api = useApi()
  const { all: closures, ...known } = useKnownList(() => api('openings.closures', {}), ['closure'])

  return {
    closures,
    ...known,
    holidays: (year: number, region: string): Promise<Holidays> => api('openings.holidays', { year, region }),
    add: (closures: NewClosure[]) => api.noted('openings.addClosures', { closures }),
    change: (closure: Closure) => api.noted('openings.changeClosure', closure),
    remove: (id: number) => api.noted('openings.removeClosure', { id }),
  }
})
