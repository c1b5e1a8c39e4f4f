import { decimalsOf } from '../../shared/money.ts'
import { localeOf } from '../../shared/paper/formats.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const relativeSteps = [
  ['minute', minute, hour],
  ['hour', hour, day],
  ['day', day, 14 * day],
  ['week', 7 * day, 60 * day],
  ['month', 30.44 * day, 730 * day],
  ['year', 365.25 * day, Infinity],
] as const

const known = new Map<string, Formats>()
export type Formats = ReturnType<typeof createFormats>

/** Making Intl formatters is dear, so each locale has its set once. */
export function formattersFor(language: string, country: string) {
  const locale = localeOf(language, country)
  const formats = known.get(locale) ?? createFormats(locale, language)
  known.set(locale, formats)
  return formats
}

function createFormats(locale: string, language: string) {
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const currencies = new Intl.DisplayNames(language, { type: 'currency' })
  return {
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    rate: new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
    list: new Intl.ListFormat(locale),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    time: new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
    dateTime: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' }),
    day: dayFormat(locale),
    relative: relativeFormat(locale),
    longDate: longDateFormat(locale),
    bytes: bytesFormat(locale),
    duration: durationFormat(locale),
    length: lengthFormat(locale),
    money: moneyFormat(locale),
    /** For axes, where cents would be noise. */
    roundMoney: moneyFormat(locale, { trailingZeroDisplay: 'stripIfInteger' }),
    calendarDay: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
    weekdays: weekdayNames(locale),
    country: (code: string) => countries.of(code) ?? code,
    currency: (code: string) => currencies.of(code) ?? code,
  }
}

function relativeFormat(locale: string) {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return (at: Date, now: Date, justNow: string) => {
    const distance = at.getTime() - now.getTime()
    const size = Math.abs(distance)
    if (size < minute) return justNow
    const [unit, length] = relativeSteps.find(([, , end]) => size < end) ?? relativeSteps[5]
    return format.format(Math.trunc(distance / length), unit)
  }
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()

function dayFormat(locale: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const sameYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const otherYear = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return (at: Date, now: Date) => {
    // Rounded, because a day of a clock change has 23 or 25 hours.
    const days = Math.round((startOfDay(at) - startOfDay(now)) / day)
    if (Math.abs(days) <= 1) return capitalised(relative.format(days, 'day'), locale)
    return (at.getFullYear() === now.getFullYear() ? sameYear : otherYear).format(at)
  }
}

const capitalised = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)

function longDateFormat(locale: string) {
  const withYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const withoutYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (day: string) => (day.startsWith('--') ? withoutYear.format(new Date(`2000-${day.slice(2)}`)) : withYear.format(new Date(day)))
}

function bytesFormat(locale: string) {
  const units = ['kilobyte', 'megabyte', 'gigabyte'].map(
    unit => new Intl.NumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: 3 }),
  )
  return (size: number) => {
    const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(size, 1)) / 3)))
    // The smallest file takes some room.
    const amount = size > 0 ? Math.max(size, 1000) : 0
    return units[power - 1]?.format(amount / 1000 ** power) ?? String(size)
  }
}

function lengthFormat(locale: string) {
  const [minutes, hours] = (['minute', 'hour'] as const).map(
    unit => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }),
  )
  return (length: number) => {
    const [whole, rest] = [Math.floor(length / 60), length % 60]
    return [whole > 0 && hours?.format(whole), (rest > 0 || whole === 0) && minutes?.format(rest)].filter(Boolean).join(' ')
  }
}

function moneyFormat(locale: string, options: Intl.NumberFormatOptions = {}) {
  const known = new Map<string, Intl.NumberFormat>()
  return (amount: number, currency: string) => {
    const format = known.get(currency) ?? new Intl.NumberFormat(locale, { ...options, style: 'currency', currency })
    known.set(currency, format)
    return format.format(amount / 10 ** decimalsOf(currency))
  }
}

/** Monday first. */
function weekdayNames(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)))
}

function durationFormat(locale: string) {
  const [seconds, minutes, hours] = (['second', 'minute', 'hour'] as const).map(
    unit => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }),
  )
  return (length: number) => {
    if (length < 60) return seconds?.format(Math.ceil(length)) ?? ''
    if (length < 3600) return minutes?.format(Math.ceil(length / 60)) ?? ''
    return hours?.format(Math.ceil(length / 3600)) ?? ''
  }
}
