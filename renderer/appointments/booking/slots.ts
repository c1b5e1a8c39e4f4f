import type { Input } from '../../../shared/contract.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** The free times for a question, kept up to date; null while nothing can be asked. */
export function useSlots(question: () => Input<'appointments.freeSlots'> | null) {
  const api = useApi()

  function ask() {
    const input = question()
    return input && api('appointments.freeSlots', input)
  }
  const { answer: slots, failure } = useAnswer(ask, { of: () => JSON.stringify(question()), keep: true })
  return { slots, failure }
}
