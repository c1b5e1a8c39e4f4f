import { sql } from 'kysely'
import type { TimeField } from '../../../shared/reports/built/subjects.ts'
import type { Span } from '../../../shared/reports/periods.ts'
import { localeOf } from '../../texts.ts'
import type { Around } from '../definition.ts'
import { periodNames } from '../period-names.ts'
import type { FieldSource, Value } from './source.ts'

/** The first day of the week, month ... that a day lies in, as `beginningOf` has it. */
const beginnings: Readonly<Record<Span, (day: Value, weekStart: number) => Value>> = {
  day: day => day,
  week: (day, weekStart) => sql`date(${day}, '-' || ((strftime('%w', ${day}) + 7 - ${weekStart % 7}) % 7) || ' days')`,
  month: day => sql`substr(${day}, 1, 7) || '-01'`,
  quarter: day => sql`substr(${day}, 1, 5) || substr('0' || ((substr(${day}, 6, 2) + 2) / 3 * 3 - 2), -2) || '-01'`,
  year: day => sql`substr(${day}, 1, 4) || '-01-01'`,
}

/** A part of time, read off the day that the period is about. A day that is not known has none. */
export function timeField(field: TimeField, day: Value, { settings, weekStart, say }: Around): FieldSource {
  const known = (key: Value) => sql`coalesce(${key}, '')`
  if (field === 'weekday') {
    const format = new Intl.DateTimeFormat(localeOf(settings.language), { weekday: 'long', timeZone: 'UTC' })
    return {
      key: known(sql`(strftime('%w', ${day}) + 6) % 7 + 1`),
      order: key => sql`(${key} + 7 - ${weekStart}) % 7`,
      // The first of January 2024 was a Monday.
      names: () => Promise.resolve(key => (key === '' ? say('unknown') : format.format(Date.UTC(2024, 0, Number(key))))),
    }
  }
  const { long } = periodNames(settings.language, field)
  return {
    key: known(beginnings[field](day, weekStart)),
    names: () => Promise.resolve(key => (key === '' ? say('unknown') : long(String(key)))),
  }
}
