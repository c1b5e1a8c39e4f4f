import { Temporal } from 'temporal-polyfill'
import { dayAfter, weekdayOf } from '../zone.ts'

/** ISO 8601 counts a week in the year of its Thursday, so that some years have 53. Weeks that begin on another day go by theirs. */
export function weekNumberOf(firstDay: string) {
  const thursday = dayAfter(firstDay, (4 - weekdayOf(firstDay) + 7) % 7)
  return Temporal.PlainDate.from(thursday).weekOfYear!
}
