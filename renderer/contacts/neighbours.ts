import { computed, watch } from 'vue'
import { useApi } from '../api.ts'
import { useAnswer } from '../composables/answer.ts'
import { usePlace } from './list/place.ts'
import { useContacts } from './store.ts'

/** Who stands before and after a contact in the list that it was opened from. */
export function useNeighbours(id: () => number) {
  const api = useApi()
  const contacts = useContacts()
  const place = usePlace()

  async function find(wanted: number, row: number) {
    const first = Math.max(0, row - 2)
    const { contacts: found } = await api('contacts.list', { ...contacts.question, offset: first, limit: 5 })
    const at = found.findIndex(contact => contact.id === wanted)
    return at < 0 ? null : { before: found[at - 1]?.id ?? null, after: found[at + 1]?.id ?? null, row: first + at }
  }
  const { answer } = useAnswer(() => (place.row === null ? null : find(id(), place.row)), { of: id, keep: true })
  watch(answer, found => found && (place.row = found.row))

  return {
    before: computed(() => answer.value?.before ?? null),
    after: computed(() => answer.value?.after ?? null),
    /** Counted from 1. */
    position: computed(() => (answer.value ? answer.value.row + 1 : null)),
  }
}
