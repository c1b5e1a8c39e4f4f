import { minutesOf } from '../zone.ts'
import type { DayHours, RotatingHours, WeekHours } from './model.ts'

export const dayMinutes = (hours: DayHours) => hours.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)

export const weekMinutes = (week: WeekHours) => week.reduce((sum, hours) => sum + dayMinutes(hours), 0)

/** Of weeks that take turns, on average. */
export const averageMinutes = ({ weeks }: RotatingHours) => weeks.reduce((sum, week) => sum + weekMinutes(week), 0) / weeks.length

const workdays = [0, 1, 2, 3, 4]

/** What Monday has, for all days until Friday. */
export const mondayForAll = (week: WeekHours): DayHours[] =>
  week.map((hours, day) => (workdays.includes(day) ? week[0]! : hours).map(range => ({ ...range })))

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const aBreak = 60
const halfADay = 4 * 60
const midnight = 24 * 60

/** The hours that somebody who adds some means most likely: an ordinary day, or what follows the last ones after a break. null where the day is over by then. */
export function nextRange(hours: DayHours) {
  const end = hours.at(-1)?.to
  if (end === undefined) return { from: '09:00', to: '17:00' }
  const from = minutesOf(end) + aBreak
  return from < midnight ? { from: clock(from), to: clock(Math.min(from + halfADay, midnight)) } : null
}

/** What somebody types for a time of day: 9, 9:30, 9.30, 930, 5 pm. Anything else stays as it is typed, to be complained about. */
export function readTime(typed: string) {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?$/i.exec(typed.trim())
  if (!match) return typed
  const [, hour, minute = '00', half] = match
  const isAfternoon = half?.toLowerCase() === 'p'
  const hours = half ? (Number(hour) % 12) + (isAfternoon ? 12 : 0) : Number(hour)
  return `${String(hours).padStart(2, '0')}:${minute}`
}
