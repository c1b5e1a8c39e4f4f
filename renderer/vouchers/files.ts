import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Voucher, VoucherFilter } from '../../shared/vouchers/model.ts'
import { useApi } from '../api.ts'
import { useErrorText } from '../composables/errors.ts'
import { useShopClock } from '../composables/shop-clock.ts'
import { useWrittenFile } from '../composables/written-file.ts'
import { useToasts } from '../ui/toasts.ts'
import { useVoucherWords } from './words.ts'

/** A card to give away, and all of them as a table. */
export function useVoucherFiles() {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const { today } = useShopClock()
  const words = useVoucherWords()
  const { save, busy, failure } = useWrittenFile()

  /** What was said last: for where a dialog covers what is said at the edge of the window. */
  const said = shallowRef('')

  function say(name: string, written: unknown) {
    said.value = written ? t('invoices.files.saved', { name }) : failure.value ? errorText(failure.value) : ''
    if (said.value) toasts.notify({ text: said.value, tone: written ? 'plain' : 'error' })
  }

  async function saveCard({ id, kind, code }: Voucher) {
    const name = `${words.kindText(kind)} ${words.codeText(code)}.pdf`
    say(name, await save<unknown>(name, out => api.run('vouchers.pdf', { id, out })))
  }

  async function saveTable(filter: VoucherFilter) {
    const name = `${t('vouchers.title')} ${today.value}.csv`
    say(name, await save<unknown>(name, out => api.run('exports.vouchers', { ...filter, out })))
  }

  return { saveCard, saveTable, said, busy }
}
