import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Always milliseconds and Z, so that text order in SQL is time order. */
export const Instant = z.iso.datetime({ precision: 3 })

/** A day on the calendar: `2026-11-21`. */
export const CalendarDate = z.iso.date({ error: 'noSuchDay' })

/** A birthday: `1984-05-14`, or `--05-14` where the year is unknown (RFC 6350, 4.3.1). */
export const Birthday = z.string().refine(isBirthday, { error: 'noSuchDay' })

function isBirthday(text: string) {
  const match = /^(\d{4}|-)-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  // 2000 is a leap year: the 29th of February is a birthday even where the year is unknown.
  return isDay(year === '-' ? 2000 : Number(year), Number(month), Number(day))
}

function isDay(year: number, month: number, day: number) {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
    return year >= 1000
  } catch {
    return false
  }
}

/** A time as the shop's wall shows it, in the shop's zone: `2026-11-24T09:30`. */
export const LocalDateTime = z.string().refine(isLocalDateTime, { error: 'noSuchTime' })
export type LocalDateTime = z.infer<typeof LocalDateTime>

function isLocalDateTime(text: string) {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day, hour, minute] = match.slice(1).map(Number)
  return isDay(year!, month!, day!) && hour! < 24 && minute! < 60
}

/** An IANA time zone that this PC knows. */
export const Zone = z.string().max(60).refine(isZone, { error: 'zoneUnknown' })

/** Asking the system takes half a millisecond, and the shop's own zone is asked for with every call that tells a time. */
const knownZones = new Set<string>()

function isZone(name: string) {
  if (knownZones.has(name)) return true
  try {
    const isKnown = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
    if (isKnown) knownZones.add(name)
    return isKnown
  } catch {
    return false
  }
}

/** Where this PC is. One that is set to a place that nobody knows has no name for it. */
export function systemZone() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return isZone(String(timeZone)) ? timeZone : 'UTC'
}

/** How long something takes: a minute at least, a day at most. */
export const Minutes = z
  .int()
  .min(1, { error: 'durationMissing' })
  .max(24 * 60, { error: 'durationTooLong' })
