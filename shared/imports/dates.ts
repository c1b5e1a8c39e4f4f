import { fold } from '../text.ts'

/** How a column writes its dates where day and month are both numbers. */
export type DateOrder = 'dayFirst' | 'monthFirst'

const numbers = /^(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?(\d{2}|\d{4}))?\.?$/

/** Decided by the first value that can be read in one way only. Points and, outside of America, everything else put the day first. */
export function guessDateOrder(values: readonly string[], country: string): DateOrder {
  let fallback: DateOrder = monthFirstCountries.has(country) ? 'monthFirst' : 'dayFirst'
  for (const value of values) {
    const match = numbers.exec(withoutTime(value.trim()))
    if (!match) continue
    if (Number(match[1]) > 12) return 'dayFirst'
    if (Number(match[3]) > 12) return 'monthFirst'
    if (match[2] === '.') fallback = 'dayFirst'
  }
  return fallback
}

const monthFirstCountries = new Set(['US', 'PR', 'PH', 'FM', 'MH', 'PW', 'GU', 'VI'])

/** '' where there is none, null where it is no date. `thisYear` decides the century of two digits. */
export function readBirthday(text: string, order: DateOrder, thisYear: number): string | null {
  if (isPlainDate(text)) return text
  const value = withoutTime(text.trim())
  if (isNoDate(value)) return ''
  const parts = fromIso(value) ?? fromNumbers(value, order, thisYear) ?? fromWords(value)
  return parts && asBirthday(parts)
}

type Parts = { year: number | null; month: number; day: number }

/** `0/0/00` is what Outlook writes for no date. */
export const isNoDate = (value: string) => /^[0\s./-]*$/.test(value) || /^(n\/?a|null|none)$/i.test(value)

const withoutTime = (value: string) => value.replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?|Z|[+-]\d{2}:?\d{2})?$/i, '')

const isPlainDate = (text: string) =>
  text.length === 10 &&
  /^[1-9]\d{3}-\d\d-\d\d$/.test(text) &&
  isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))

function fromIso(value: string): Parts | null {
  const match = /^(\d{4}|-)[-./](\d{1,2})[-./](\d{1,2})$/.exec(value) ?? /^(\d{4}|-)-?(\d{2})-?(\d{2})$/.exec(value)
  if (!match) return null
  return { year: match[1] === '-' ? null : knownYear(Number(match[1])), month: Number(match[2]), day: Number(match[3]) }
}

/** Apple writes 1604 for a birthday without a year. */
const knownYear = (year: number) => (year === 1604 ? null : year)

function fromNumbers(value: string, order: DateOrder, thisYear: number): Parts | null {
  const match = numbers.exec(value)
  if (!match) return null
  const [day, month] = order === 'dayFirst' ? [match[1], match[3]] : [match[3], match[1]]
  return { year: match[4] === undefined ? null : fullYear(match[4], thisYear), month: Number(month), day: Number(day) }
}

function fullYear(digits: string, thisYear: number) {
  const year = Number(digits)
  if (digits.length === 4) return knownYear(year)
  const century = thisYear - (thisYear % 100)
  return century + year > thisYear ? century - 100 + year : century + year
}

/** `14. Mai 1984`, `May 14, 1984`, `14 de mayo de 1984`. */
function fromWords(value: string): Parts | null {
  const match =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?[.\s-]*(?:de\s+)?(?<month>\p{L}+)\.?(?:[,\s-]+(?:de\s+)?(?<year>\d{4}))?$/iu.exec(value) ??
    /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[,\s]+(?<year>\d{4}))?$/iu.exec(value)
  if (!match?.groups) return null
  const month = monthNumber(match.groups.month!)
  return month === null ? null : { year: match.groups.year ? Number(match.groups.year) : null, month, day: Number(match.groups.day) }
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'tr']
let months: Map<string, number> | null = null

function monthNumber(name: string) {
  months ??= monthNames()
  return months.get(key(name)) ?? null
}

function monthNames() {
  const names = new Map<string, number>()
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      const { format } = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      for (let index = 0; index < 12; index++) names.set(key(format(Date.UTC(2000, index, 1))), index + 1)
    }
  }
  return names
}

const key = (name: string) => fold(name).replaceAll('.', '')

function asBirthday({ year, month, day }: Parts) {
  if (!isDay(year ?? 2000, month, day)) return null
  const monthAndDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year === null ? `--${monthAndDay}` : `${year}-${monthAndDay}`
}

function isDay(year: number, month: number, day: number) {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
