import type { CalendarEntry } from '../../../shared/appointments/model.ts'
import { minutesBetween } from '../walls.ts'

export type Strip = Readonly<{
  /** Not here yet, the first to come first; whoever is late stays on top. */
  toArrive: readonly CalendarEntry[]
  /** In the shop: waiting, then being served. */
  isIn: readonly CalendarEntry[]
  done: readonly CalendarEntry[]
}>

/** Where today's clients are. */
export function stripOf(entries: readonly CalendarEntry[], now: string): Strip {
  const visits = entries.filter(({ kind }) => kind === 'visit')
  const having = (...statuses: CalendarEntry['status'][]) => visits.filter(({ status }) => statuses.includes(status))
  return {
    // What was never said to have begun and is long over tells nothing about now.
    toArrive: having('booked', 'confirmed').filter(({ end }) => end > now),
    isIn: [...having('arrived'), ...having('inService')],
    done: having('done').toReversed(),
  }
}

/** Minutes that somebody is late; 0 for whoever still has time. */
export const lateBy = ({ start }: Pick<CalendarEntry, 'start'>, now: string) => Math.max(0, minutesBetween(start, now))
