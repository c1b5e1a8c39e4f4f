import { computed, onMounted } from 'vue'
import type { Input } from '../../shared/contract.ts'
import type { Absence } from '../../shared/staff/model.ts'
import { dayAfter } from '../../shared/zone.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { today } from '../composables/today.ts'

const daysBack = 30
const daysAhead = 3 * 366

/** When somebody is away, from a month ago on. */
export function useAbsences(staffId: number) {
  const api = useApi()
  const { answer, load } = useAnswer(
    () => api('staff.absences', { from: dayAfter(today(), -daysBack), to: dayAfter(today(), daysAhead) }),
    { changes: ['absence'] },
  )
  onMounted(load)
  return computed(() => answer.value?.filter(absence => absence.staffId === staffId) ?? [])
}

export function useAbsenceCalls() {
  const api = useApi()
  return {
    add: (absence: Input<'staff.addAbsence'>) => api.noted('staff.addAbsence', absence),
    change: (absence: Absence) => api.noted('staff.changeAbsence', absence),
    remove: (id: number) => api.noted('staff.removeAbsence', { id }),
  }
}
