import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Cancellation, CalendarEntry, scopes } from '../../shared/appointments/model.ts'
import type { InputProblem } from '../../shared/errors.ts'

export type Scope = (typeof scopes)[number]
export type CancelAnswer = Readonly<Pick<Cancellation, 'by' | 'reason' | 'scope'>>

/** A question that a dialog shows, and whoever asked waits for; null where nothing is wanted after all. */
function question<Asked, Answer>() {
  const asked = shallowRef<Asked | null>(null)
  let settle: ((answer: Answer | null) => void) | null = null

  function answer(given: Answer | null) {
    asked.value = null
    settle?.(given)
    settle = null
  }

  function ask(what: Asked) {
    answer(null)
    asked.value = what
    return new Promise<Answer | null>(resolve => {
      settle = resolve
    })
  }
  return { asked, ask, answer }
}

/** What has to be asked on the way of a change: one question of a kind at a time. */
export const useQuestions = defineStore('visitQuestions', () => {
  const conflicts = question<readonly InputProblem[], 'despite'>()
  const scope = question<'move' | 'change', Scope>()
  const cancelling = question<CalendarEntry, CancelAnswer>()
  return {
    conflicts: conflicts.asked,
    askConflicts: conflicts.ask,
    answerConflicts: conflicts.answer,
    scope: scope.asked,
    askScope: scope.ask,
    answerScope: scope.answer,
    cancelling: cancelling.asked,
    askCancelling: cancelling.ask,
    answerCancelling: cancelling.answer,
  }
})
