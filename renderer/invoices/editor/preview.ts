import { watchDebounced } from '@vueuse/core'
import { shallowRef, type MaybeRefOrGetter, toValue } from 'vue'
import type { Output } from '../../../shared/contract.ts'
import type { Draft } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'

/** How a draft would look, a moment after it was typed. An answer that was overtaken is dropped. */
export function usePreview(draft: MaybeRefOrGetter<Draft | null>) {
  const api = useApi()
  const preview = shallowRef<Output<'invoices.preview'> | null>(null)
  const failure = shallowRef<unknown>(null)
  let latest = 0

  async function load() {
    const wanted = toValue(draft)
    if (wanted === null) return
    const question = ++latest
    try {
      // What has no name yet is on its way.
      const answer = await api('invoices.preview', { ...wanted, lines: wanted.lines.filter(({ name }) => name.trim() !== '') })
      if (question !== latest) return
      preview.value = answer
      failure.value = null
    } catch (cause) {
      if (question === latest) failure.value = cause
    }
  }

  watchDebounced(() => JSON.stringify(toValue(draft)), load, { debounce: 120, maxWait: 600, immediate: true })
  return { preview, failure, reload: load }
}
