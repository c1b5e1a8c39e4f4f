import { shallowRef, watch } from 'vue'
import { useApi } from '../api.ts'
import { usePlace } from './list/place.ts'
import { useContacts } from './store.ts'

/** Who stands before and after a contact in the list that it was opened from. */
export function useNeighbours(id: () => number) {
  const api = useApi()
  const contacts = useContacts()
  const place = usePlace()
  const before = shallowRef<number | null>(null)
  const after = shallowRef<number | null>(null)

  /** Counted from 1. */
  const position = shallowRef<number | null>(null)

  async function load(wanted: number) {
    const row = place.row
    const first = Math.max(0, (row ?? 0) - 2)
    const found = row === null ? [] : (await api('contacts.list', { ...contacts.question, offset: first, limit: 5 })).contacts
    if (wanted !== id()) return
    const at = found.findIndex(contact => contact.id === wanted)
    before.value = at < 0 ? null : (found[at - 1]?.id ?? null)
    after.value = at < 0 ? null : (found[at + 1]?.id ?? null)
    position.value = at < 0 ? null : first + at + 1
    if (at >= 0) place.row = first + at
  }

  watch(id, wanted => void load(wanted), { immediate: true })
  return { before, after, position }
}
