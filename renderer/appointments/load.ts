import type { CalendarEntry } from '../../shared/appointments/model.ts'
import { dayOf, minutesBetween } from './walls.ts'

export type Load = Readonly<{ visits: number; minutes: number }>
const none: Load = { visits: 0, minutes: 0 }

/** How much each day holds; cancelled visits and no-shows take no time. */
export function loadByDay(entries: readonly CalendarEntry[]): ReadonlyMap<string, Load> {
  const loads = new Map<string, Load>()
  for (const { kind, status, start, services } of entries) {
    if (kind === 'block' || status === 'cancelled' || status === 'noShow') continue
    const { visits, minutes } = loads.get(dayOf(start)) ?? none
    const taken = services.reduce((sum, part) => sum + minutesBetween(part.start, part.end), 0)
    loads.set(dayOf(start), { visits: visits + 1, minutes: minutes + taken })
  }
  return loads
}
