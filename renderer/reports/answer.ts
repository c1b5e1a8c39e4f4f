import type { Ref } from 'vue'
import type { Question } from '../../shared/reports/model.ts'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { oneAtATime } from '../composables/one-at-a-time.ts'

/** What figures are made of. */
export const figureSources = [
  ...['document', 'documentLine', 'payment', 'settlement', 'cashEntry', 'cashClosing', 'voucherEntry'],
  ...['appointment', 'appointmentService', 'contact', 'staff', 'service', 'product', 'loyaltyLot', 'loyaltyEntry', 'setting'],
  ...['absence', 'closure', 'activity', 'deal', 'stage', 'task', 'commissionRule', 'segment', 'contactTag', 'field', 'figureBasis'],
]

/** What a report answers; asked again when the question changes, and when what it is made of does. */
export function useReport(question: Ref<Question>) {
  const api = useApi()
  const ask = oneAtATime(() => api('reports.run', question.value))
  const { answer, failure, isAsking } = useAnswer(ask, {
    ...{ of: question, keep: true, changes: figureSources, every: 2000 },
  })
  return { report: answer, failure, isAsking }
}
