import type { Database } from 'better-sqlite3'
import { systemZone } from '../../shared/time.ts'
import { clockIn } from '../../shared/zone.ts'

/** As the table of settings has it, JSON and all. */
export const shopZone = "(select value from setting where name = 'zone')"

/** What the wall of the shop shows at an instant, which SQLite does not know: `2026-11-24T09:30`. */
export const shopTime = (instant: string) => `shopTime(${instant}, ${shopZone})`

/** Every connection of ours has it. */
export const knowShopTime = (sqlite: Database) =>
  void sqlite.function('shopTime', { deterministic: true }, (instant, zone) => clockIn(zoneOf(zone)).localOf(Date.parse(String(instant))))

/** A shop that has not said where it is, is where this PC is. */
const zoneOf = (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as string) : systemZone())
