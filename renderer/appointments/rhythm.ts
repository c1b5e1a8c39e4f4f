import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'

/** How often a client comes and what they like; null until it is known. */
export function useRhythm(contactId: () => number | null) {
  const api = useApi()

  function ask() {
    const id = contactId()
    return id === null ? null : api('appointments.rhythm', { contactId: id })
  }
  // Without an answer nothing is said about it, until the next change.
  return useAnswer(ask, { of: contactId, changes: ['appointment'] }).answer
}
