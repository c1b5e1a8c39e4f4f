import { Temporal } from 'temporal-polyfill'
import { dayAfter, weekdayOf } from '../../zone.ts'
import type { Found, Now } from './rule.ts'

/** The next day with this number of the week; today where `withToday` says so. */
export function nextWeekday(today: string, weekday: number, withToday = false) {
  const ahead = (weekday - weekdayOf(today) + 7) % 7
  return dayAfter(today, ahead === 0 && !withToday ? 7 : ahead)
}

/** That day of the week that begins next Monday. */
export const inNextWeek = (today: string, weekday: number) => dayAfter(today, 7 - weekdayOf(today) + weekday)

const units = { day: 'days', week: 'weeks', month: 'months', year: 'years' } as const
export type Unit = keyof typeof units | 'hour' | 'minute'

/** So long from now: by days a day, by hours and minutes a time. */
export function afterSpan(count: number, unit: Unit, { now, today }: Now): Found | null {
  if (count < 1 || count > 1000) return null
  if (unit === 'hour' || unit === 'minute') {
    const [day, time] = Temporal.PlainDateTime.from(now)
      .add({ [unit === 'hour' ? 'hours' : 'minutes']: count })
      .toString({ smallestUnit: 'minute' })
      .split('T')
    return { day, time }
  }
  return {
    day: Temporal.PlainDate.from(today)
      .add({ [units[unit]]: count })
      .toString(),
  }
}

/** That date of this year, or of the next where it is over; null where the calendar has no such day. */
export function dateOf(date: number, month: number, year: number | null, today: string) {
  if (year !== null) return existing(year < 100 ? 2000 + year : year, month, date)
  const thisYear = Number(today.slice(0, 4))
  // The 29th of February may be years away.
  return [0, 1, 2, 3, 4].map(later => existing(thisYear + later, month, date)).find(day => day !== null && day >= today) ?? null
}

function existing(year: number, month: number, day: number) {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

export const firstOfNextMonth = (today: string) => Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: 1 }).toString()
export const lastOfMonth = (today: string) => dayAfter(firstOfNextMonth(today), -1)

/** 09:30; null where no clock shows it. */
export function clockTime(hour: number, minute = 0) {
  if (hour > 23 || minute > 59) return null
  return [hour, minute].map(part => String(part).padStart(2, '0')).join(':')
}

/** Half past, a quarter to: minutes from the full hour, on a clock of twelve hours that stands for a shop's day. */
export function spokenTime(hour: number, minutes: number) {
  const inDay = hour <= 6 ? hour + 12 : hour
  const total = inDay * 60 + minutes
  return hour > 12 ? null : clockTime(Math.floor(total / 60), total % 60)
}

export const at = (time: string | null): Found | null => (time === null ? null : { time })
export const on = (day: string | null): Found | null => (day === null ? null : { day })
