import { computed } from 'vue'
import type { Document } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** The credit notes of an invoice; none of what cannot have any. */
export function useCreditNotes(document: () => Document) {
  const api = useApi()
  const canHaveAny = () => ['invoice', 'deposit'].includes(document().kind)
  // Without an answer, what is taken back twice is refused where it is issued.
  const { answer } = useAnswer(() => (canHaveAny() ? api('invoices.creditNotes', { id: document().id }) : null), {
    of: () => document().id,
    changes: ['document'],
  })
  return computed(() => answer.value ?? [])
}
