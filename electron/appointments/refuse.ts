import type { Conflict } from '../../shared/appointments/model.ts'
import { AppError } from '../../shared/errors.ts'

/** Books in spite of what was seen, and of nothing else. The failure tells all of it again, so that the next answer can name it all. */
export function refuseUnseen(conflicts: readonly Conflict[], despite: readonly string[]) {
  if (conflicts.every(({ key }) => despite.includes(key))) return
  throw AppError.from({
    code: 'conflict',
    reason: 'appointmentConflicts',
    problems: conflicts.map(({ kind, key, service, name, start, end }) => ({
      path: service === null ? [] : ['services', service],
      reason: kind,
      params: { key, name, day: start.slice(0, 10), start: start.slice(11), end: end.slice(11) },
    })),
  })
}
