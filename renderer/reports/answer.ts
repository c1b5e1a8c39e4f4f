import { useThrottleFn } from '@vueuse/core'
import { computed, shallowRef, watch, type Ref } from 'vue'
import type { Question, Report } from '../../shared/reports/model.ts'
import { useApi } from '../api.ts'
import { useChanges } from '../composables/events.ts'

/** What figures are made of. */
export const figureSources = [
  ...['document', 'documentLine', 'payment', 'settlement', 'cashEntry', 'cashClosing', 'voucherEntry'],
  ...['appointment', 'appointmentService', 'contact', 'staff', 'service', 'product', 'loyaltyLot', 'loyaltyEntry', 'setting'],
  ...['absence', 'closure', 'activity', 'commissionRule', 'segment', 'contactTag', 'figureBasis'],
]

/** What a report answers; asked again when the question changes, and when what it is made of does. */
export function useAnswer(question: Ref<Question>) {
  const api = useApi()
  const report = shallowRef<Report | null>(null)
  const failure = shallowRef<unknown>(null)
  const asked = shallowRef<Question | null>(null)

  async function ask() {
    const wanted = (asked.value = question.value)
    try {
      const answer = await api('reports.run', wanted)
      if (asked.value !== wanted) return
      report.value = answer
      failure.value = null
      asked.value = null
    } catch (cause) {
      if (asked.value !== wanted) return
      failure.value = cause
      asked.value = null
    }
  }
  watch(question, ask, { immediate: true })
  useChanges(
    figureSources,
    useThrottleFn(() => void ask(), 2000, true),
  )

  return { report, failure, isAsking: computed(() => asked.value !== null) }
}
