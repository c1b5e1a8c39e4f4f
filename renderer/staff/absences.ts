import { onMounted, shallowRef } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Absence } from '../../shared/staff/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'
import { today } from '../composables/today.ts'

const daysBack = 30
const daysAhead = 3 * 366

/** When somebody is away, from a month ago on. */
export function useAbsences(staffId: number) {
  const api = useApi()
  const absences = shallowRef<readonly Absence[]>([])

  async function load() {
    const all = await api('staff.absences', { from: dayAfter(today(), -daysBack), to: dayAfter(today(), daysAhead) })
    absences.value = all.filter(absence => absence.staffId === staffId)
  }
  onMounted(load)
  useChanges(['absence'], () => void load())

  return absences
}

export function useAbsenceCalls() {
  const api = useApi()
  return {
    add: (absence: Input<'staff.addAbsence'>) => api.noted('staff.addAbsence', absence),
    change: (absence: Absence) => api.noted('staff.changeAbsence', absence),
    remove: (id: number) => api.noted('staff.removeAbsence', { id }),
  }
}
