import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Output } from '../../../shared/contract.ts'
import type { OfferedFile } from '../../../shared/files/model.ts'
import { useApi } from '../../api.ts'
import { useFileChoice } from '../../imports/files.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useWrittenFile } from '../../composables/written-file.ts'

/** An e-invoice that somebody sent: looked at, not kept. */
export function useReceivedInvoice() {
  const { t } = useI18n()
  const api = useApi()
  const toasts = useToasts()
  const { save, busy: saving, failure: unsaved } = useWrittenFile()
  const file = shallowRef<OfferedFile | null>(null)
  const read = shallowRef<Output<'einvoices.read'> | null>(null)
  const failure = shallowRef<unknown>(null)

  async function take(offered: OfferedFile) {
    file.value = offered
    read.value = failure.value = null
    try {
      read.value = await api('einvoices.read', { file: offered.token })
    } catch (cause) {
      failure.value = cause
    }
  }
  const { pick, busy, isOver } = useFileChoice(take, () => true)

  async function saveXml() {
    const { name, token } = file.value!
    const wanted = name.replace(/\.pdf$/i, '.xml')
    const written = await save(wanted, out => api.run('einvoices.saveXml', { file: token, out }))
    if (written) toasts.notify({ text: t('received.xmlSaved', { name: wanted }) })
    else failure.value = unsaved.value
  }

  return { file, read, failure, pick, busy, isOver, saveXml, saving }
}
