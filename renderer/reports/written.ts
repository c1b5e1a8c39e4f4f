import { useI18n } from 'vue-i18n'
import { fileName } from '../../shared/files/names.ts'
import type { Question } from '../../shared/reports/model.ts'
import { useApi } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useWrittenFile } from '../composables/written-file.ts'

/** Writes a report into a file of the user's choice. */
export function useReportFile() {
  const { t } = useI18n()
  const { number } = useFormatters()
  const api = useApi()
  const { write, ...state } = useWrittenFile()
  const named = (title: string, ending: string) => `${fileName(title)}.${ending}`

  return {
    ...state,
    writeCsv: (question: Question, title: string) =>
      write(named(title, 'csv'), async (out, options) => {
        const { rows } = await api.run('exports.report', { ...question, out }, options)
        return t('reports.written', { count: number(rows) }, rows)
      }),
    writePdf: (question: Question, title: string) =>
      write(named(title, 'pdf'), async (out, options) => {
        const { pages } = await api.run('reports.pdf', { ...question, out }, options)
        return t('reports.printed', { count: number(pages) }, pages)
      }),
  }
}
