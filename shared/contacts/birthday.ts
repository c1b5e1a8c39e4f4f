import { Temporal } from 'temporal-polyfill'
import { Birthday } from '../time.ts'
import { partsOf } from '../typed-day.ts'

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
