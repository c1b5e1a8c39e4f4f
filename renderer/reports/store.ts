import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** The reports that there are, and those that somebody saved under a name. */
export const useReports = defineStore('reports', () => {
  const api = useApi()
  const { answer, failure, load } = useAnswer(
    async () => {
      const [offers, saved] = await Promise.all([api('reports.list', {}), api('reports.saved', {})])
      return { offers, saved }
    },
    { changes: ['savedReport', 'setting'] },
  )
  const loaded = load()
  const offers = computed(() => answer.value?.offers ?? [])
  const saved = computed(() => answer.value?.saved ?? [])

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
