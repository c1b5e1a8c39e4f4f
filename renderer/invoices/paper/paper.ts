import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Document } from '../../../shared/invoices/model.ts'
import { paperOf } from '../../../shared/paper/paper.ts'
import type { Say } from '../../../shared/paper/model.ts'
import { useInvoicing } from '../invoicing.ts'

const noTexts = { header: '', footer: '', quoteHeader: '', quoteFooter: '' }

/** What is printed of a document, in its own language and not in that of the screen. */
export function usePaper(document: () => Document) {
  const { t } = useI18n()
  const invoicing = useInvoicing()

  return computed(() => {
    const { language } = document()
    const say: Say = (key, params = {}) => {
      const plural = typeof params.count === 'number' ? params.count : 1
      return t(`paper.${key}`, params, { locale: language, plural })
    }
    return paperOf(document(), { texts: invoicing.settings?.texts ?? noTexts }, say)
  })
}
