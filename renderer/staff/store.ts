import { defineStore } from 'pinia'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useArchivableList } from '../composables/known-list.ts'

/** Everybody who works here, in the order of the calendar's columns. */
export const useStaff = defineStore('staff', () => {
  const api = useApi()
  const known = useArchivableList(() => api('staff.list', {}), ['staff', 'staffService'])

  return {
    ...known,
    create: (staff: Input<'staff.create'>) => api.noted('staff.create', staff),
    update: (change: Input<'staff.update'>) => api.noted('staff.update', change),
    archive: (leaving: Input<'staff.archive'>) => api.noted('staff.archive', leaving),
    bringBack: (id: number) => api.noted('staff.bringBack', { id }),
    reorder: (ids: number[]) => api.noted('staff.reorder', { ids }),
  }
})
