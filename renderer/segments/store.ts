import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { useKnownList } from '../composables/known-list.ts'

/** The filters that somebody gave a name, and how many contacts each shows. */
export const useSegments = defineStore('segments', () => {
  const api = useApi()
  const { all } = useKnownList(() => api('segments.list', {}), ['segment', 'field', 'tag'])
  const { answer: counted } = useAnswer(() => (all.value.length > 0 ? api('segments.counts', {}) : null), {
    of: all,
    keep: true,
    changes: ['contact', 'contactTag', 'activity'],
    every: 1000,
  })
  const counts = computed<ReadonlyMap<number, number>>(() => new Map(counted.value?.map(({ id, contacts }) => [id, contacts])))

  return {
    all,
    counts,
    create: (wanted: Input<'segments.create'>) => api.noted('segments.create', wanted),
    update: (change: Input<'segments.update'>) => api.noted('segments.update', change),
    remove: (id: number) => api.noted('segments.remove', { id }),
  }
})
