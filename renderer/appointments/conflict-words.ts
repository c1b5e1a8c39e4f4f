import type { Conflict } from '../../shared/appointments/model.ts'
import type { InputProblem, ReasonParams } from '../../shared/errors.ts'
import { TimeOfDay } from '../../shared/hours/model.ts'
import { LocalDateTime } from '../../shared/time.ts'
import { useErrorText } from '../composables/errors.ts'
import { useWallFormats } from '../composables/wall-formats.ts'

/** What stands in the way of a visit, in words. */
export function useConflictWords() {
  const { reasonText } = useErrorText()
  const { time } = useWallFormats()

  function written(value: string | number) {
    if (LocalDateTime.safeParse(value).success) return time(String(value))
    return TimeOfDay.safeParse(value).success ? time(`2000-01-01T${value}`) : value
  }
  const inWords = (reason: string, params: ReasonParams) =>
    reasonText(reason, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value)])))

  return {
    problemWords: (problems: readonly InputProblem[]) => [...new Set(problems.map(({ reason, params = {} }) => inWords(reason, params)))],
    conflictWords: ({ kind, name, start, end }: Conflict) => inWords(kind, { name, start, end }),
  }
}
