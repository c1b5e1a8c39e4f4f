import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Service } from '../../shared/catalogue/model.ts'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What the shop offers. */
export const useCatalogue = defineStore('catalogue', () => {
  const api = useApi()
  const all = shallowRef<readonly Service[]>([])
  const isLoaded = shallowRef(false)
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))
  const archived = computed(() => all.value.filter(({ archivedAt }) => archivedAt !== null))
  const categories = computed(() => [...new Set(current.value.map(({ category }) => category))].filter(Boolean))

  async function load() {
    all.value = await api('catalogue.services', {})
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['service'], () => void load())

  return {
    all,
    current,
    archived,
    categories,
    isLoaded,
    load,
    create: (service: Input<'catalogue.createService'>) => api.noted('catalogue.createService', service),
    createMany: (services: Input<'catalogue.createServices'>['services']) => api.noted('catalogue.createServices', { services }),
    change: (change: Input<'catalogue.changeService'>) => api.noted('catalogue.changeService', change),
    archive: (id: number, archived: boolean, anyway: boolean) => api.noted('catalogue.archiveService', { id, archived, anyway }),
    reorder: (ids: number[]) => api.noted('catalogue.reorderServices', { ids }),
  }
})
