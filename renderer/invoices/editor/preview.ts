import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { hasExemptForOutside } from '../../../shared/einvoice/vat.ts'
import type { Draft } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useAnswer } from '../../composables/answer.ts'

/** What has no name yet is on its way. */
export const withNamedLines = (draft: Draft): Draft => ({ ...draft, lines: draft.lines.filter(({ name }) => name.trim() !== '') })

/** How a draft would look, a moment after it was typed. */
export function usePreview(draft: MaybeRefOrGetter<Draft | null>) {
  const api = useApi()
  const { answer, failure, load } = useAnswer(
    () => {
      const wanted = toValue(draft)
      return wanted && api('invoices.preview', withNamedLines(wanted))
    },
    { of: () => JSON.stringify(toValue(draft)), keep: true, rest: 120 },
  )
  /** A gift card beside taxed lines is written as exempt: no sum changes, but whoever reads the e-invoice may wonder. */
  const exemptsCard = computed(() => answer.value !== null && answer.value.needsEInvoice && hasExemptForOutside(answer.value.document))
  return { preview: answer, exemptsCard, failure, reload: load }
}
