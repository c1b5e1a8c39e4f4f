import { shallowRef, watch } from 'vue'
import type { Document } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useChanges } from '../../composables/events.ts'

/** The credit notes of an invoice; none of what cannot have any. */
export function useCreditNotes(document: () => Document) {
  const api = useApi()
  const notes = shallowRef<readonly Document[]>([])

  async function load() {
    const { id, kind } = document()
    const found = kind === 'invoice' || kind === 'deposit' ? await api('invoices.creditNotes', { id }) : []
    if (id === document().id) notes.value = found
  }
  // Without an answer, what is taken back twice is refused where it is issued.
  const reload = () => void load().catch(() => undefined)
  watch(() => document().id, reload, { immediate: true })
  useChanges(['document'], reload)
  return notes
}
