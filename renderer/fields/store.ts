import { defineStore } from 'pinia'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** What this shop wants to know beside what every shop does. */
export const useFields = defineStore('fields', () => {
  const api = useApi()
  const known = useArchivableList(() => api('fields.list', {}), ['field'])

  return {
    ...known,
    create: (field: Input<'fields.create'>) => api.noted('fields.create', field),
    update: (change: Input<'fields.update'>) => api.noted('fields.update', change),
    archive: (id: number, archived: boolean) => api.noted('fields.archive', { id, archived }),
    reorder: (ids: number[]) => api.noted('fields.reorder', { ids }),
  }
})
