import { openHours } from '../../shared/hours/rules.ts'
import { DayHours } from '../../shared/hours/model.ts'
import type { Interval } from '../../shared/appointments/diary.ts'
import type { Shop } from '../../shared/calendar/dates.ts'
import { clockIn } from '../../shared/zone.ts'
import type { Db } from '../db/schema.ts'
import { settingsOf } from '../settings/service.ts'
import * as queries from './queries.ts'
import { clocksOf } from './zones.ts'

/** What the events of a file are read by. */
export async function shopFor(db: Db, now: Date, places: ReadonlyMap<string, string>): Promise<Shop> {
  const { zone, openingHours } = await settingsOf(db)
  const closures = (await queries.closures(db).execute()).map(row => ({ ...row, hours: DayHours.parse(JSON.parse(row.hours)) }))
  const [clock, known] = [clockIn(zone), new Map<string, Interval | null>()]

  function opening(day: string) {
    const hours = openHours(openingHours, closures, { first: day, last: day }, clock)
    return hours.length === 0 ? null : { start: hours[0]!.start, end: hours.at(-1)!.end }
  }

  return {
    ...{ clock, now: now.getTime(), clockOf: clocksOf(places) },
    opening(day) {
      if (!known.has(day)) known.set(day, opening(day))
      return known.get(day)!
    },
  }
}
