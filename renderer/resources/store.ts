import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { NewResource } from '../../shared/resources/model.ts'
import { useApi } from '../api.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** The rooms, chairs and devices that visits take. */
export const useResources = defineStore('resources', () => {
  const api = useApi()
  const known = useArchivableList(() => api('resources.list', {}), ['resource'])
  const kinds = computed(() => [...new Set(known.current.value.map(({ kind }) => kind))])

  return {
    ...known,
    kinds,
    create: (resource: NewResource) => api.noted('resources.create', resource),
    update: (id: number, resource: NewResource) => api.noted('resources.update', { id, ...resource }),
    archive: (id: number, archived: boolean, anyway: boolean) => api.noted('resources.archive', { id, archived, anyway }),
  }
})
