import type { Database } from 'better-sqlite3'
import { systemZone } from '../../shared/time.ts'
import { clockIn } from '../../shared/zone.ts'

/** As the table of settings has it, JSON and all. */
export const shopZone = "(select value from setting where name = 'zone')"

/** What the wall of the shop shows at an instant, which SQLite does not know: `2026-11-24T09:30`. */
export const shopTime = (instant: string) => `shopTime(${instant}, ${shopZone})`

/** Every connection of ours has it. */
export function knowShopTime(sqlite: Database) {
  let [zone, shown]: [unknown, ReturnType<typeof wallIn>] = [null, wallIn(systemZone())]
  sqlite.function('shopTime', { deterministic: true }, (instant, asked) => {
    if (asked !== zone) [zone, shown] = [asked, wallIn(zoneOf(asked))]
    return shown(String(instant))
  })
}

/** A shop that has not said where it is, is where this PC is. */
const zoneOf = (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as string) : systemZone())

/** `2026-11-24T08` of an instant, and what comes after its minutes. */
const [hourLength, minuteLength, instantLength] = [13, 16, 24]
const hoursKnown = 50_000

/** The same as a clock's `localOf`, for millions of instants: of each hour it is looked up once what the wall shows in it. */
function wallIn(zone: string) {
  const { localOf } = clockIn(zone)
  const hours = new Map<string, string | null>()

  /** The hour on the wall; null where its minutes are not those of the instant all through it. */
  function hourOf(hour: string) {
    const [first, last] = ['00', '59'].map(minute => localOf(Date.parse(`${hour}:${minute}:00.000Z`)))
    return first!.endsWith(':00') && last!.endsWith(':59') && first!.slice(0, hourLength) === last!.slice(0, hourLength)
      ? first!.slice(0, hourLength)
      : null
  }

  function known(hour: string) {
    const found = hours.get(hour)
    if (found !== undefined) return found
    if (hours.size >= hoursKnown) hours.clear()
    const shown = hourOf(hour)
    hours.set(hour, shown)
    return shown
  }

  return (instant: string) => {
    const hour = instant.length === instantLength ? known(instant.slice(0, hourLength)) : null
    return hour === null ? localOf(Date.parse(instant)) : hour + instant.slice(hourLength, minuteLength)
  }
}
