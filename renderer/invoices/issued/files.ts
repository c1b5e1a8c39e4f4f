import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { fileName } from '../../../shared/files/names.ts'
import type { Document } from '../../../shared/invoices/model.ts'
import { useApi } from '../../api.ts'
import { useErrorText } from '../../composables/errors.ts'
import { useToasts } from '../../ui/toasts.ts'
import { useWrittenFile } from '../../composables/written-file.ts'
import { useDocumentWords } from '../words.ts'

export const formats = ['pdf', 'receipt', 'zugferd', 'ubl', 'cii'] as const
export type Format = (typeof formats)[number]

/** A document as a file: paper, receipt, or as machines read it. */
export function useDocumentFiles() {
  const { t } = useI18n()
  const toasts = useToasts()
  const { errorText } = useErrorText()
  const words = useDocumentWords()
  const api = useApi()
  const { save: write, print: show, busy, failure } = useWrittenFile()
  /** What was said last: for where a dialog covers what is said at the edge of the window. */
  const said = shallowRef('')

  async function save({ id, ...named }: Document, format: Format) {
    const ending = format === 'ubl' || format === 'cii' ? 'xml' : 'pdf'
    const name = nameOf(named, format)
    const written = await write<unknown>(`${name}.${ending}`, out => {
      if (format === 'pdf') return api.run('invoices.pdf', { id, out })
      if (format === 'receipt') return api.run('invoices.receipt', { id, out })
      return api.run('invoices.einvoice', { id, format, out })
    })
    said.value = written ? t('invoices.files.saved', { name: `${name}.${ending}` }) : failure.value ? errorText(failure.value) : ''
    if (said.value) toasts.notify({ text: said.value, tone: written ? 'plain' : 'error' })
  }

  /** As it is saved, but shown where it is printed from. */
  async function print({ id, ...named }: Document, format: 'pdf' | 'receipt') {
    const call = format === 'pdf' ? 'invoices.pdf' : 'invoices.receipt'
    const shown = await show<unknown>(nameOf(named, format), out => api.run(call, { id, out }))
    said.value = shown ? '' : errorText(failure.value)
    if (said.value) toasts.notify({ text: said.value, tone: 'error' })
  }

  const nameOf = ({ kind, number }: Pick<Document, 'kind' | 'number'>, format: Format) =>
    fileName(`${format === 'receipt' ? t('invoices.files.receiptName') : words.kindText(kind)} ${number ?? ''}`)

  return { save, print, said, busy }
}
