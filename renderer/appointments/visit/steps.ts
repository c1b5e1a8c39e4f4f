import type { CalendarEntry, Status } from '../../../shared/appointments/model.ts'

/** What can become of a visit by one key. */
export const statusKeys = { c: 'confirmed', a: 'arrived', s: 'inService', d: 'done', n: 'noShow' } as const satisfies Record<
  string,
  Exclude<Status, 'cancelled'>
>
export type StatusKey = keyof typeof statusKeys

const order: readonly Status[] = ['booked', 'confirmed', 'arrived', 'inService', 'done']

/** The one that mostly comes next; null where nothing does. */
export function nextStatus({ status }: Pick<CalendarEntry, 'status'>): Exclude<Status, 'cancelled'> | null {
  if (status === 'booked' || status === 'confirmed') return 'arrived'
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
