import { computed } from 'vue'
import type { Input } from '../../../shared/contract.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

type Question = Input<'appointments.check'>

/** What stands in the way of what would be booked now, at each of its starts. */
export function useLiveCheck(question: () => Question | null) {
  const api = useApi()

  function ask() {
    const input = question()
    return input && api('appointments.check', input)
  }
  const { answer, failure } = useAnswer(ask, { of: () => JSON.stringify(question()), keep: true, rest: 120 })
  return { checked: computed(() => answer.value ?? []), failure }
}
