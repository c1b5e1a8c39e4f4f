import { AppError, type InputProblem } from '../../shared/errors.ts'
import { useErrorText } from '../composables/errors.ts'
import { useToasts } from '../ui/toasts.ts'
import { useQuestions } from './questions.ts'

type Noted = { operation: number | null }

export const conflictsOf = (error: unknown): readonly InputProblem[] =>
  error instanceof AppError && error.failure.reason === 'appointmentConflicts' ? (error.failure.problems ?? []) : []

export const keysOf = (problems: readonly InputProblem[]) =>
  problems.flatMap(({ params }) => (typeof params?.key === 'string' ? [params.key] : []))

/** Makes a change of the diary in spite of what stands in its way, where that is wanted; null where it is not. */
export function useAgreed() {
  const questions = useQuestions()

  return async function agreed<Result extends Noted>(
    change: (despite: string[]) => Promise<Result>,
    despite: string[] = [],
  ): Promise<Result | null> {
    try {
      return await change(despite)
    } catch (error) {
      const conflicts = conflictsOf(error)
      if (conflicts.length === 0) throw error
      return (await questions.askConflicts(conflicts)) ? agreed(change, [...despite, ...keysOf(conflicts)]) : null
    }
  }
}

/** The same for a change without a form of its own: any other failure is told at the edge of the window. */
export function useAttempt() {
  const toasts = useToasts()
  const agreed = useAgreed()
  const { errorText } = useErrorText()

  /** What the change brought; null where it was not made, which has been said then. */
  return async function attempt<Result extends Noted>(change: (despite: string[]) => Promise<Result>, despite: string[] = []) {
    try {
      return await agreed(change, despite)
    } catch (error) {
      toasts.notify({ text: errorText(error), tone: 'error' })
      return null
    }
  }
}
