import { useI18n } from 'vue-i18n'
import type { ImportProblem } from '../../shared/imports/model.ts'
import { useFormatters } from '../composables/formatters.ts'

/** What is wrong, in words. */
export function useProblemText() {
  const { t, te } = useI18n()
  const { number } = useFormatters()

  return ({ reason, params }: Pick<ImportProblem, 'reason' | 'params'>) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]),
    )
    return te(`importProblems.${reason}`, 'en') ? t(`importProblems.${reason}`, shown) : t('errors.unexpected')
  }
}
