import { Temporal } from 'temporal-polyfill'
import { fold } from '../text.ts'
import { Birthday } from '../time.ts'

/** What somebody typed, in the order of their language, as it is stored; null where it is no day. `today` decides about two-digit years. */
export function readBirthday(typed: string, locale: string, today: Temporal.PlainDate): string | null {
  const text = typed.trim()
  if (Birthday.safeParse(text).success) return text
  const parts = partsOf(text, locale)
  if (!parts) return null
  const year = parts.year === undefined ? '-' : fullYear(parts.year, today)
  const stored = `${year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
  return Birthday.safeParse(stored).success ? stored : null
}

type Parts = { day: string; month: string; year?: string }

function partsOf(text: string, locale: string): Parts | null {
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

/** `84` is 1984; in 2026, `26` is this year and `27` is 1927. */
function fullYear(year: string, today: Temporal.PlainDate) {
  if (year.length !== 2) return year.padStart(4, '0')
  const century = today.year - (today.year % 100)
  const inThisCentury = century + Number(year)
  return String(inThisCentury <= today.year ? inThisCentury : inThisCentury - 100)
}

/** Null where the year is not known, or lies ahead. */
export function ageOn(birthday: string, today: Temporal.PlainDate) {
  if (birthday.startsWith('--')) return null
  const { years, sign } = Temporal.PlainDate.from(birthday).until(today, { largestUnit: 'year' })
  return sign < 0 ? null : years
}
