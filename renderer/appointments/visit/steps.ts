import type { CalendarEntry, Status } from '../../../shared/appointments/model.ts'
import { dayOf } from '../walls.ts'

/** What can become of a visit by one key. */
export const statusKeys = { c: 'confirmed', a: 'arrived', s: 'inService', d: 'done', n: 'noShow' } as const satisfies Record<
  string,
  Exclude<Status, 'cancelled'>
>
export type StatusKey = keyof typeof statusKeys

const order: readonly Status[] = ['booked', 'confirmed', 'arrived', 'inService', 'done']

/** The one that mostly comes next; null where nothing does. Nobody arrives before the day of their visit. */
export function nextStatus({ status, start }: Pick<CalendarEntry, 'status' | 'start'>, today: string): Exclude<Status, 'cancelled'> | null {
  const day = dayOf(start)
  if (status === 'booked' && day > today) return 'confirmed'
  if (status === 'booked' || status === 'confirmed') return day > today ? null : day === today ? 'arrived' : 'done'
  if (status === 'arrived') return 'inService'
  return status === 'inService' ? 'done' : null
}

/** Those that lead on from here, and what did not happen. */
export const openSteps = ({ status, kind }: Pick<CalendarEntry, 'status' | 'kind'>): StatusKey[] => {
  if (kind === 'block' || status === 'cancelled') return []
  return (Object.keys(statusKeys) as StatusKey[]).filter(key => {
    const next = statusKeys[key]
    if (next === 'noShow') return status === 'booked' || status === 'confirmed'
    return order.indexOf(next) > order.indexOf(status) || status === 'noShow'
  })
}
