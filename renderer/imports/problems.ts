import { useI18n } from 'vue-i18n'
import type { ImportProblem } from '../../shared/imports/model.ts'
import { useApi } from '../api.ts'
import { useFormatters } from '../composables/formatters.ts'
import { useSavedList } from './saved-list.ts'

/** What an import could not take. */
export function useProblems(id: number) {
  const { t } = useI18n()
  const api = useApi()
  const { number } = useFormatters()

  return useSavedList<ImportProblem>({
    async read(offset) {
      const { total, problems } = await api('imports.problems', { import: id, offset })
      return { total, found: problems }
    },
    async write(out) {
      const { rows } = await api.run('imports.saveProblems', { import: id, out })
      return t('imports.problems.saved', { count: number(rows) }, rows)
    },
  })
}
