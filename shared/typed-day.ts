import { fold } from './text.ts'
import { CalendarDate } from './time.ts'
import { dayAfter, daysBetween } from './zone.ts'

/**
 * A day as somebody types it, in the order of their language: `3.12.2026`, `12/3/26`, `3 Dec`, `0312`, `14`, `tomorrow`, `Fri`, `+7`.
 * What leaves out the year, or the month as well, is one that is offered, the nearest to today: what lies behind is half as near as what
 * comes. A weekday is the next one. Null where it is no day.
 */
export function readDay(typed: string, locale: string, today: string, offered: Offered = {}): string | null {
  const text = fold(typed.trim())
  if (isDay(text)) return text
  const nearest = nearestTo(today, offered)
  return (
    dayLater(text, today) ?? dayNamed(text, locale, today) ?? dayAlone(text, today, nearest) ?? dayOfNumbers(text, locale, today, nearest)
  )
}

/** Both included. */
type Offered = Readonly<{ min?: string | undefined; max?: string | undefined }>
type Nearest = (days: readonly string[]) => string | null

function nearestTo(today: string, { min = '', max = '~' }: Offered): Nearest {
  const distance = (day: string) => (day < today ? 2 * daysBetween(day, today) : daysBetween(today, day))
  return days => {
    const there = days.filter(isDay).sort((a, b) => distance(a) - distance(b))
    return there.find(day => day >= min && day <= max) ?? there[0] ?? null
  }
}

const isDay = (text: string) => CalendarDate.safeParse(text).success && text >= '1000'

function dayLater(text: string, today: string) {
  const days = /^\+(\d{1,3})$/.exec(text)?.[1]
  return days === undefined ? null : dayAfter(today, Number(days))
}

const nearDays = [0, 1, -1, 2, -2]
const weekdays = [0, 1, 2, 3, 4, 5, 6]

/** In the words of the language: today, tomorrow, a weekday or how it begins. */
function dayNamed(text: string, locale: string, today: string) {
  if (!/^\p{L}{2,}\.?$/u.test(text)) return null
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const near = nearDays.find(days => fold(relative.format(days, 'day')) === text)
  if (near !== undefined) return dayAfter(today, near)
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const days = weekdays.map(later => dayAfter(today, later))
  return days.find(day => fold(long.format(Date.parse(day))).startsWith(text.replace('.', ''))) ?? null
}

/** Keys alone, without anything between them: day and month, and the year in two or four digits. */
const inOneGo = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/

function dayOfNumbers(text: string, locale: string, today: string, nearest: Nearest) {
  const parts = partsOf(text.replace(inOneGo, '$1 $2 $3').trim(), locale)
  if (!parts) return null
  const ofYear = (year: string) => `${year}-${twoDigits(parts.month)}-${twoDigits(parts.day)}`
  if (parts.year === undefined) return nearest([-1, 0, 1].map(later => ofYear(String(Number(today.slice(0, 4)) + later))))
  const day = ofYear(parts.year.length === 2 ? `20${parts.year}` : parts.year)
  return isDay(day) ? day : null
}

/** `24`: of this month, of the one before or of the next. */
function dayAlone(text: string, today: string, nearest: Nearest) {
  const number = /^(\d{1,2})\.?$/.exec(text)?.[1]
  if (number === undefined) return null
  const months = [-31, 0, 31].map(days => dayAfter(`${today.slice(0, 7)}-15`, days).slice(0, 7))
  return nearest(months.map(month => `${month}-${twoDigits(number)}`))
}

const twoDigits = (number: string) => number.padStart(2, '0')

type Parts = { day: string; month: string; year?: string }

/** Day, month and year in the order of a language, the month also by its name. Nothing says yet that there is such a day. */
export function partsOf(text: string, locale: string): Parts | null {
  const found = fold(text).match(/\p{L}+|\d+/gu) ?? []
  const named = found.findIndex(part => /\p{L}{3}/u.test(part))
  if (named >= 0) return named < 2 ? withMonthName(found, named, locale) : null
  const [a, b, c] = found
  if (!a || !b || found.length > 3) return null
  if (a.length === 4) return c ? { year: a, month: b, day: c } : null
  return monthFirst(locale) ? { month: a, day: b, year: c } : { day: a, month: b, year: c }
}

function withMonthName(found: readonly string[], named: number, locale: string): Parts | null {
  const month = monthNumber(found[named]!, locale)
  const [day, year, ...more] = found.filter((part, index) => index !== named && /\d/.test(part))
  return month && day && !more.length ? { day, month, year } : null
}

function monthNumber(name: string, locale: string) {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const month = [...Array(12).keys()].find(index => fold(format.format(Date.UTC(2000, index, 1))).startsWith(name))
  return month === undefined ? null : String(month + 1)
}

const monthFirst = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0).find(part => part.type !== 'literal')?.type ===
  'month'
