import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { NewResource, Resource } from '../../shared/resources/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** The rooms, chairs and devices that visits take. */
export const useResources = defineStore('resources', () => {
  const api = useApi()
  const all = shallowRef<readonly Resource[]>([])
  const isLoaded = shallowRef(false)
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))
  const archived = computed(() => all.value.filter(({ archivedAt }) => archivedAt !== null))
  const kinds = computed(() => [...new Set(current.value.map(({ kind }) => kind))])

  async function load() {
    all.value = await api('resources.list', {})
    isLoaded.value = true
  }
  // Without an answer there are none, until the next change.
  load().catch(() => undefined)
  useChanges(['resource'], () => void load())

  return {
    all,
    current,
    archived,
    kinds,
    isLoaded,
    load,
    create: (resource: NewResource) => api.noted('resources.create', resource),
    update: (id: number, resource: NewResource) => api.noted('resources.update', { id, ...resource }),
    archive: (id: number, archived: boolean, anyway: boolean) => api.noted('resources.archive', { id, archived, anyway }),
  }
})
