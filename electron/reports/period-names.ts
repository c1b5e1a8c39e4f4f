import type { Span } from '../../shared/reports/periods.ts'
import { weekNumberOf } from '../../shared/reports/week-number.ts'
import type { Language } from '../../shared/settings/model.ts'
import { localeOf, textIn } from '../texts.ts'

/** What a day, a week, a month ... is called, by its first day; and shortly, for a chart. */
export function periodNames(language: Language, span: Span) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(day))
  }
  const day = written({ day: 'numeric', month: 'short', year: 'numeric' })
  const say = (key: string, params: Record<string, string | number>) => textIn(language, `reports.periods.${key}`, params)
  const quarter = (first: string) => ({ number: Math.ceil(Number(first.slice(5, 7)) / 3), year: first.slice(0, 4) })
  const year = (first: string) => first.slice(0, 4)
  const names: Record<Span, readonly [long: (first: string) => string, short: (first: string) => string]> = {
    day: [written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }), written({ day: 'numeric', month: 'short' })],
    week: [
      first => say('week', { number: weekNumberOf(first), day: day(first) }),
      first => say('shortWeek', { number: weekNumberOf(first) }),
    ],
    month: [written({ month: 'long', year: 'numeric' }), written({ month: 'short', year: '2-digit' })],
    quarter: [first => say('quarter', quarter(first)), first => say('shortQuarter', quarter(first))],
    year: [year, year],
  }
  const [long, short] = names[span]
  return { long, short }
}
