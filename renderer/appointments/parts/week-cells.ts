import type { CalendarEntry } from '../../../shared/appointments/model.ts'
import type { Load } from '../load.ts'
import { dayOf, minutesBetween } from '../walls.ts'

/** What each of the staff has on each day; the key is `3 2026-11-24`. */
export function cellsOf(entries: readonly CalendarEntry[]): ReadonlyMap<string, Load> {
  const cells = new Map<string, Load>()
  for (const { kind, status, services } of entries) {
    if (status === 'cancelled' || status === 'noShow') continue
    const counted = new Set<string>()
    for (const { staffId, start, end, processing } of services) {
      const key = `${staffId} ${dayOf(start)}`
      const { visits, minutes } = cells.get(key) ?? { visits: 0, minutes: 0 }
      const isNew = kind === 'visit' && !counted.has(key)
      counted.add(key)
      cells.set(key, { visits: visits + (isNew ? 1 : 0), minutes: minutes + minutesBetween(start, end) - (processing?.minutes ?? 0) })
    }
  }
  return cells
}
