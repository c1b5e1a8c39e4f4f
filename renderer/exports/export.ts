import { useI18n } from 'vue-i18n'
import type { Input } from '../../shared/contract.ts'
import { useApi } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWrittenFile } from '../composables/written-file.ts'

type Wanted = Omit<Input<'exports.contacts'>, 'out'>

/** Writes contacts into a file of the user's choice. */
export function useExport() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const api = useApi()
  const { write, ...state } = useWrittenFile()

  return {
    ...state,
    write: (wanted: Wanted, fileName: string) =>
      write(fileName, async (out, options) => {
        const { contacts } = await api.run('exports.contacts', { ...wanted, out }, options)
        return t('exports.done', { count: number(contacts) }, contacts)
      }),
  }
}
