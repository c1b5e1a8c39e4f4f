import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** What the shop offers. */
export const useCatalogue = defineStore('catalogue', () => {
  const api = useApi()
  const known = useArchivableList(() => api('catalogue.services', {}), ['service'])
  const categories = computed(() => [...new Set(known.current.value.map(({ category }) => category))].filter(Boolean))

  return {
    ...known,
    categories,
    create: (service: Input<'catalogue.createService'>) => api.noted('catalogue.createService', service),
    createMany: (services: Input<'catalogue.createServices'>['services']) => api.noted('catalogue.createServices', { services }),
    change: (change: Input<'catalogue.changeService'>) => api.noted('catalogue.changeService', change),
    archive: (id: number, archived: boolean, anyway: boolean) => api.noted('catalogue.archiveService', { id, archived, anyway }),
    reorder: (ids: number[]) => api.noted('catalogue.reorderServices', { ids }),
  }
})
