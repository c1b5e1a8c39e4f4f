import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Field } from '../../shared/fields/model.ts'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What this shop wants to know beside what every shop does. */
export const useFields = defineStore('fields', () => {
  const api = useApi()
  const all = shallowRef<readonly Field[]>([])
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))

  const load = async () => void (all.value = await api('fields.list', {}))
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['field'], () => void load())

  return {
    all,
    current,
    load,
    create: (field: Input<'fields.create'>) => api.noted('fields.create', field),
    update: (change: Input<'fields.update'>) => api.noted('fields.update', change),
    archive: (id: number, archived: boolean) => api.noted('fields.archive', { id, archived }),
    reorder: (ids: number[]) => api.noted('fields.reorder', { ids }),
  }
})
