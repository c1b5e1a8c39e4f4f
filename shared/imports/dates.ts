import { fold } from '../text.ts'

/** How a column writes its dates where day and month are both numbers. */
export const dateOrders = ['dayFirst', 'monthFirst'] as const
export type DateOrder = (typeof dateOrders)[number]
/** Why: a value that can be read in one way only, points between the numbers, or what the shop's country does. */
export type DateEvidence = { order: DateOrder; because: 'value' | 'points' | 'country' | 'choice'; value: string }

const numbers = /^(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?(\d{2}|\d{4}))?\.?$/

/** Decided by the values that can be read in one way only. Points and, outside of America, everything else put the day first. */
export function weighDateOrder(values: readonly string[], country: string): DateEvidence {
  const votes: Record<DateOrder, string[]> = { dayFirst: [], monthFirst: [] }
  let points = ''
  for (const value of values) {
    const match = numbers.exec(withoutTime(value.trim()))
    if (!match) continue
    const [first, second] = [Number(match[1]), Number(match[3])]
    if (first > 12 && second <= 12) votes.dayFirst.push(value.trim())
    if (second > 12 && first <= 12) votes.monthFirst.push(value.trim())
    if (match[2] === '.' && points === '') points = value.trim()
  }
  const order = votes.monthFirst.length > votes.dayFirst.length ? 'monthFirst' : 'dayFirst'
  const [value] = votes[order]
  if (value !== undefined) return { order, because: 'value', value }
  if (points !== '') return { order: 'dayFirst', because: 'points', value: points }
  return { order: monthFirstCountries.has(country) ? 'monthFirst' : 'dayFirst', because: 'country', value: '' }
}

const monthFirstCountries = new Set(['US', 'PR', 'PH', 'FM', 'MH', 'PW', 'GU', 'VI'])

/** `none` where the cell says that there is no date. */
export type BirthdayReading =
  { birthday: string } | { birthday: null; reason: 'none' | 'noSuchDay' | 'birthdayInFuture' | 'birthdayTooOld' | 'yearOnly' }

const none: BirthdayReading = { birthday: null, reason: 'none' }
const noSuchDay: BirthdayReading = { birthday: null, reason: 'noSuchDay' }

/** `today` is `YYYY-MM-DD`: nobody is born after that. */
export function readBirthday(text: string, order: DateOrder, today: string): BirthdayReading {
  const value = withoutTime(text.trim())
  if (isNoDate(value)) return none
  if (/^(18|19|20)\d\d$/.test(value)) return { birthday: null, reason: 'yearOnly' }
  const parts = fromIso(value) ?? fromSerial(value) ?? fromDigits(value) ?? fromNumbers(value, order, today) ?? fromWords(value)
  return parts ? asBirthday(parts, today) : noSuchDay
}

/** Any day with its year, past or to come; null where the text is none. */
export function readDay(text: string, order: DateOrder, today: string): string | null {
  const value = withoutTime(text.trim())
  const parts = fromIso(value) ?? fromSerial(value) ?? fromDigits(value) ?? fromNumbers(value, order, yearsAhead(today)) ?? fromWords(value)
  if (!parts || parts.year === null || parts.year < 1000 || !isDay(parts.year, parts.month, parts.day)) return null
  return written(parts.year, parts.month, parts.day)
}

/** What is agreed for the next years is written with two digits, too. */
const yearsAhead = (today: string) => `${Number(today.slice(0, 4)) + 20}${today.slice(4)}`

/** `1984-05-14`, `--05-14`: as we write it ourselves. */
export function isWrittenDay(text: string) {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(text) ?? []
  return year !== undefined && isDay(year === '-' ? 2000 : Number(year), Number(month), Number(day))
}

type Parts = { year: number | null; month: number; day: number }

/** What Outlook, spreadsheets and databases write for no date. */
const placeholders = new Set([
  '1899-12-30',
  '1899-12-31',
  '1900-01-00',
  '1900-01-01',
  '01.01.1900',
  '01/01/1900',
  '1/1/1900',
  '1753-01-01',
  '0001-01-01',
  '01.01.0001',
  '01/01/0001',
  '1/1/0001',
])
export const isNoDate = (value: string) =>
  /^[0\s./-]*$/.test(value) || placeholders.has(value) || /^(n\/?a|null|none|unknown|unbekannt|\?+)$/i.test(value)

const withoutTime = (value: string) =>
  value.length > 10
    ? value.replace(/[T,\s]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?\s?m\.?|(UTC|GMT|Z)?\s?([+-]\d{2}:?\d{2})?)?$/i, '')
    : value

function fromIso(value: string): Parts | null {
  const match = /^(\d{4}|-)[-./](\d{1,2})[-./](\d{1,2})$/.exec(value) ?? /^(\d{4}|-)-?(\d{2})-?(\d{2})$/.exec(value)
  if (!match) return null
  const parts = { year: match[1] === '-' ? null : knownYear(Number(match[1])), month: Number(match[2]), day: Number(match[3]) }
  // 14051984 is no day of the year 1405.
  return value.length === 8 && !isDay(parts.year ?? 2000, parts.month, parts.day) ? null : parts
}

/** Apple writes 1604 for a birthday without a year. */
const knownYear = (year: number) => (year === 1604 ? null : year)

/** Days since the end of 1899, as spreadsheets count them. */
function fromSerial(value: string): Parts | null {
  if (!/^\d{4,5}([.,]\d+)?$/.test(value) || Number.parseInt(value) < 2000) return null
  const date = new Date(Date.UTC(1899, 11, 30 + Number.parseInt(value)))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** `14051984`. */
function fromDigits(value: string): Parts | null {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(value)
  return match && { year: Number(match[3]), month: Number(match[2]), day: Number(match[1]) }
}

/** What can be read in one way only is read that way, whatever the rest of the column does. */
function fromNumbers(value: string, order: DateOrder, latest: string): Parts | null {
  const match = numbers.exec(value)
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  const dayFirst = second > 12 ? false : first > 12 ? true : order === 'dayFirst'
  const [day, month] = dayFirst ? [first, second] : [second, first]
  return { year: match[4] === undefined ? null : fullYear(match[4], month, day, latest), month, day }
}

/** Two digits are the last such year that is not after a day. */
function fullYear(digits: string, month: number, day: number, latest: string) {
  const year = Number(digits)
  if (digits.length === 4) return knownYear(year)
  const lastYear = Number(latest.slice(0, 4))
  const full = lastYear - (lastYear % 100) + year
  return written(full, month, day) > latest ? full - 100 : full
}

/** `14. Mai 1984`, `May 14, 1984`, `14 de mayo de 1984`. */
function fromWords(value: string): Parts | null {
  const match =
    /^(?:\p{L}+,\s+)?(?<day>\d{1,2})(?:st|nd|rd|th|er|º)?[.\s-]*(?:de\s+|of\s+)?(?<month>\p{L}+)\.?(?:[,\s-]+(?:de\s+)?(?<year>\d{4}))?$/iu.exec(
      value,
    ) ?? /^(?:\p{L}+,\s+)?(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[,\s]+(?<year>\d{4}))?$/iu.exec(value)
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

const oldestAge = 130

function asBirthday({ year, month, day }: Parts, today: string): BirthdayReading {
  if (!isDay(year ?? 2000, month, day)) return noSuchDay
  if (year === null) return { birthday: `--${written(0, month, day).slice(-5)}` }
  const birthday = written(year, month, day)
  if (birthday > today) return { birthday: null, reason: 'birthdayInFuture' }
  return year < Number(today.slice(0, 4)) - oldestAge ? { birthday: null, reason: 'birthdayTooOld' } : { birthday }
}

const written = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

function isDay(year: number, month: number, day: number) {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}
