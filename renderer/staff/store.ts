import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Staff } from '../../shared/staff/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** Everybody who works here, in the order of the calendar's columns. */
export const useStaff = defineStore('staff', () => {
  const api = useApi()
  const all = shallowRef<readonly Staff[]>([])
  const isLoaded = shallowRef(false)
  const current = computed(() => all.value.filter(({ archivedAt }) => archivedAt === null))
  const archived = computed(() => all.value.filter(({ archivedAt }) => archivedAt !== null))

  async function load() {
    all.value = await api('staff.list', {})
    isLoaded.value = true
  }
  // Without an answer there is nobody, until the next change.
  load().catch(() => undefined)
  useChanges(['staff', 'staffService'], () => void load())

  return {
    all,
    current,
    archived,
    isLoaded,
    load,
    create: (staff: Input<'staff.create'>) => api.noted('staff.create', staff),
    update: (change: Input<'staff.update'>) => api.noted('staff.update', change),
    archive: (leaving: Input<'staff.archive'>) => api.noted('staff.archive', leaving),
    bringBack: (id: number) => api.noted('staff.bringBack', { id }),
    reorder: (ids: number[]) => api.noted('staff.reorder', { ids }),
  }
})
