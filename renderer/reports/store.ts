import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Input, Output } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** The reports that there are, and those that somebody saved under a name. */
export const useReports = defineStore('reports', () => {
  const api = useApi()
  const offers = shallowRef<Output<'reports.list'>>([])
  const saved = shallowRef<Output<'reports.saved'>>([])
  const failure = shallowRef<unknown>(null)

  async function load() {
    try {
      ;[offers.value, saved.value] = await Promise.all([api('reports.list', {}), api('reports.saved', {})])
      failure.value = null
    } catch (cause) {
      failure.value = cause
    }
  }
  const loaded = load()
  useChanges(['savedReport', 'setting'], () => void load())

  return {
    offers,
    saved,
    failure,
    loaded,
    save: (wanted: Input<'reports.save'>) => api.noted('reports.save', wanted),
    change: (change: Input<'reports.changeSaved'>) => api.noted('reports.changeSaved', change),
    remove: (id: number) => api.noted('reports.removeSaved', { id }),
  }
})
