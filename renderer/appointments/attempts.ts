import { AppError, type InputProblem } from '../../shared/errors.ts'
import { useErrorText } from '../composables/errors.ts'
import { useToasts } from '../ui/toasts.ts'
import { useQuestions } from './questions.ts'

type Noted = { operation: number | null }

export const conflictsOf = (error: unknown): readonly InputProblem[] =>
  error instanceof AppError && error.failure.reason === 'appointmentConflicts' ? (error.failure.problems ?? []) : []

export const keysOf = (problems: readonly InputProblem[]) =>
  problems.flatMap(({ params }) => (typeof params?.key === 'string' ? [params.key] : []))

/** Tries a change of the diary; what stands in its way is shown, and the change made in spite of it where that is wanted. */
export function useAttempt() {
  const toasts = useToasts()
  const questions = useQuestions()
  const { errorText } = useErrorText()

  /** What the change brought; null where it was not made, which has been said then. */
  return async function attempt<Result extends Noted>(
    change: (despite: string[]) => Promise<Result>,
    despite: string[] = [],
  ): Promise<Result | null> {
    try {
      return await change(despite)
    } catch (error) {
      const conflicts = conflictsOf(error)
      if (conflicts.length === 0) {
        toasts.notify({ text: errorText(error), tone: 'error' })
        return null
      }
      const agreed = await questions.askConflicts(conflicts)
      return agreed ? attempt(change, [...despite, ...keysOf(conflicts)]) : null
    }
  }
}
