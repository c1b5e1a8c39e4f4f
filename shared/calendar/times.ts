import { LocalDateTime } from '../time.ts'
import type { ContentLine } from './lines.ts'

/** A wall time in a zone; `zone` is null where the file names none: it is then the shop's. A day begins at its midnight. */
export type EventTime = Readonly<{ wall: string; zone: string | null; isDay: boolean }>
/** Days are those of the calendar, whatever the clocks do. */
export type Length = Readonly<{ days: number; minutes: number }>

/** The times of a property, of periods their starts; null where one of them is none. */
export function timesIn({ parameters, value }: ContentLine): EventTime[] | null {
  const times = value.split(',').map(text => timeIn(text.trim().split('/')[0]!, parameters.get('TZID') ?? null))
  return times.every(time => time !== null) ? times : null
}

/** RFC 5545, 3.3.4 and 3.3.5. A visit has no seconds. */
function timeIn(text: string, tzid: string | null): EventTime | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?))?$/.exec(text)
  if (!match) return null
  const [, year, month, day, hour, minute, zulu] = match
  const wall = `${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}`
  if (!LocalDateTime.safeParse(wall).success) return null
  return { wall, zone: zulu === 'Z' ? 'UTC' : hour === undefined ? null : tzid, isDay: hour === undefined }
}

/** RFC 5545, 3.3.6; null where it is none, or runs backwards. */
export function lengthIn(text: string): Length | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,7})M)?(?:\d{1,9}S)?)?$/.exec(text.trim())
  if (!match) return null
  const [weeks, days, hours, minutes] = match.slice(1).map(part => Number(part ?? 0))
  return { days: weeks! * 7 + days!, minutes: hours! * 60 + minutes! }
}
