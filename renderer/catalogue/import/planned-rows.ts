import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ListOutcome, ListPreview } from '../../../shared/catalogue/import/model.ts'

/** The rows of a preview by what becomes of them, and how many of each there are. */
export function usePlannedRows(preview: () => ListPreview) {
  const { t } = useI18n()
  const shown = shallowRef<ListOutcome | null>(null)
  const shownRows = computed(() => preview().rows.filter(({ outcome }) => shown.value === null || outcome === shown.value))

  const figures = computed(() => {
    const { created, changed, unchanged, rejected, counted } = preview()
    const all = [
      { name: 'created', label: t('productImport.outcomes.created'), count: created },
      { name: 'updated', label: t('productImport.outcomes.changed'), count: changed },
      { name: 'unchanged', label: t('productImport.outcomes.unchanged'), count: unchanged },
      { name: 'failed', label: t('productImport.outcomes.rejected'), count: rejected },
    ]
    return counted > 0 ? [...all, { name: 'counted', label: t('productImport.counted'), count: counted }] : all
  })
  /** The rest of a long list is not shown one by one. */
  const hidden = computed(() => {
    const { created, changed, rejected, rows } = preview()
    return created + changed + rejected - rows.length
  })

  return { shown, shownRows, figures, hidden }
}
