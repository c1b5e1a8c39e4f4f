import { computed, reactive, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Document, Draft } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useSaving } from '../../composables/saving.ts'
import { useSettings } from '../../settings/store.ts'
import { useRulePrices } from '../../prices/rule-prices.ts'
import { useInvoicing } from '../invoicing.ts'
import { usePreview } from './preview.ts'
import { draftFrom, newValues, valuesOf } from './values.ts'

type Start = Readonly<{ document: Document | null; kind: Draft['kind']; contactId: number | null }>

/** A draft on its way: what was written, how it looks, what is still missing, and how it is saved and issued. */
export function useDocumentForm(start: () => Start) {
  const { t } = useI18n()
  const api = useApi()
  const shop = useSettings()
  const invoicing = useInvoicing()
  const saving = useSaving()

  const usual = () => ({ pricing: invoicing.settings?.pricing ?? 'gross', language: shop.shop.language })
  const initial = () => {
    const { document, kind, contactId } = start()
    return document ? valuesOf(document) : newValues(kind, contactId, usual())
  }
  const values = reactive(initial())
  let loadedBuyer = values.buyer
  const id = shallowRef(start().document?.id ?? null)
  const sent = computed(() => draftFrom(values))
  const saved = shallowRef(JSON.stringify(sent.value))
  const isDirty = computed(() => JSON.stringify(sent.value) !== saved.value)
  const { preview, exemptsCard, failure, reload } = usePreview(sent)
  const prices = useRulePrices(values)

  // Changed elsewhere, or taken back: what has not been touched here follows.
  watch(
    () => start().document?.changedAt,
    () => {
      if (isDirty.value || JSON.stringify(draftFrom(initial())) === saved.value) return
      Object.assign(values, initial())
      loadedBuyer = values.buyer
      saved.value = JSON.stringify(sent.value)
    },
  )

  /** A buyer who was not touched goes on following the card. */
  function changed({ buyer, ...rest }: Draft) {
    return JSON.stringify(buyer) === JSON.stringify(loadedBuyer) ? rest : { ...rest, buyer }
  }

  async function save() {
    await prices.settled()
    const draft = sent.value
    const known = id.value
    const document = await saving.save(
      () => (known === null ? api.noted('invoices.draft', draft) : api.noted('invoices.change', { id: known, ...changed(draft) })),
      t('invoices.saved'),
    )
    if (!document) return null
    id.value = document.id
    loadedBuyer = draft.buyer
    saved.value = JSON.stringify(draft)
    return document
  }

  /** The document with its number; null where it was not issued. */
  async function issue() {
    if ((id.value === null || isDirty.value) && !(await save())) return null
    return saving.save(async () => ({ value: await api('invoices.issue', { id: id.value! }), operation: null }))
  }

  /** How it looks with all that was typed. */
  async function shown() {
    await prices.settled()
    await reload()
  }

  return { values, id, isDirty, preview, exemptsCard, failure, reload: shown, save, issue, saving }
}
