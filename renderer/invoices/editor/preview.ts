import { type MaybeRefOrGetter, toValue } from 'vue'
import type { Draft } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useTypedAnswer } from '../../composables/typed-answer.ts'

/** What has no name yet is on its way. */
export const withNamedLines = (draft: Draft): Draft => ({ ...draft, lines: draft.lines.filter(({ name }) => name.trim() !== '') })

/** How a draft would look. */
export function usePreview(draft: MaybeRefOrGetter<Draft | null>) {
  const api = useApi()
  const { answer, ...rest } = useTypedAnswer(
    () => toValue(draft),
    wanted => api('invoices.preview', withNamedLines(wanted)),
  )
  return { preview: answer, ...rest }
}
