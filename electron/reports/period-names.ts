import type { Span } from '../../shared/reports/periods.ts'
import { weekNumberOf } from '../../shared/reports/week-number.ts'
import type { Language } from '../../shared/settings/model.ts'
import { localeOf, textIn } from '../texts.ts'

/** What a day, a week, a month ... is called, by its first day. */
export function periodNames(language: Language, span: Span) {
  const written = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
    return (day: string) => format.format(new Date(day))
  }
  const [short, month] = [written({ day: 'numeric', month: 'short', year: 'numeric' }), written({ month: 'long', year: 'numeric' })]
  const names: Record<Span, (first: string) => string> = {
    day: written({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
    week: first => textIn(language, 'reports.periods.week', { number: weekNumberOf(first), day: short(first) }),
    month,
    quarter: first =>
      textIn(language, 'reports.periods.quarter', { number: Math.ceil(Number(first.slice(5, 7)) / 3), year: first.slice(0, 4) }),
    year: first => first.slice(0, 4),
  }
  return names[span]
}
