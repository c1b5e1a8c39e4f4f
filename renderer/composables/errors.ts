import { useI18n } from 'vue-i18n'
import { AppError, type Failure, type InputProblem, type ReasonParams } from '../../shared/errors.ts'

/** What to tell the user about a failure. */
export function useErrorText() {
  const { t, te } = useI18n()

  function reasonText(reason: string, params: ReasonParams = {}) {
    const key = `errors.${reason}`
    return te(key, 'en') ? t(key, params) : t('errors.unexpected')
  }

  function errorText(error: unknown) {
    if (!(error instanceof AppError)) return t('errors.unexpected')
    const { reason, params, problems } = error.failure
    const first = problems?.[0]
    return first ? reasonText(first.reason, first.params) : reasonText(reason, params)
  }

  const problemText = ({ reason, params }: InputProblem | Failure) => reasonText(reason, params)

  /** The texts of an input's problems by field: `phones.0.number`. */
  const fieldErrors = (error: unknown): Readonly<Record<string, string>> =>
    error instanceof AppError
      ? Object.fromEntries((error.failure.problems ?? []).map(problem => [problem.path.join('.'), problemText(problem)]))
      : {}

  return { errorText, reasonText, problemText, fieldErrors }
}
