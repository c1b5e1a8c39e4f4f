import { useI18n } from 'vue-i18n'
import type { CalendarEntry, Move, Status } from '../../shared/appointments/model.ts'
import { useApi } from '../api.ts'
import { useWallFormats } from '../composables/wall-formats.ts'
import { useUndoable } from '../contacts/undoable.ts'
import { useAttempt } from './attempts.ts'
import { useQuestions } from './questions.ts'
import { plusMinutes } from './walls.ts'
import { useVisitWords } from './words.ts'

export type Shift = Readonly<{ minutes?: number; position?: number } & Partial<Pick<Move, 'staffId' | 'resourceId' | 'durationMinutes'>>>

/** Everything that can be done with a visit in the diary, each with a word about it and the way back. */
export function useVisitChanges() {
  const { t } = useI18n()
  const api = useApi()
  const attempt = useAttempt()
  const questions = useQuestions()
  const announce = useUndoable()
  const { moment } = useWallFormats()
  const words = useVisitWords()

  /** True where it was moved. */
  async function move(entry: CalendarEntry, { minutes = 0, ...change }: Shift) {
    const scope = entry.seriesId === null ? 'this' : await questions.askScope('move')
    if (scope === null) return false
    const start = minutes === 0 ? {} : { start: plusMinutes(entry.start, minutes) }
    const done = await attempt(despite => api.noted('appointments.move', { id: entry.id, ...start, ...change, scope, despite }))
    if (!done) return false
    const name = words.nameOf(entry)
    const staff = words.staffText(done.value)
    announce(t(staff ? 'appointments.movedTo' : 'appointments.moved', { name, staff, when: moment(done.value.start) }), done.operation)
    return true
  }

  async function setStatus(entry: CalendarEntry, status: Exclude<Status, 'cancelled'>) {
    const done = await attempt(() => api.noted('appointments.setStatus', { id: entry.id, status }))
    if (done) announce(t('appointments.statusSet', { name: words.nameOf(entry), status: words.statusText(status) }), done.operation)
    return done !== null
  }

  async function cancel(entry: CalendarEntry) {
    const answer = await questions.askCancelling(entry)
    if (!answer) return false
    const done = await attempt(() => api.noted('appointments.cancel', { id: entry.id, ...answer }))
    if (!done) return false
    const count = done.value.appointments
    announce(t('appointments.cancelled', { name: words.nameOf(entry), count }, count), done.operation)
    return true
  }

  return { move, setStatus, cancel }
}
