import type { Figure } from '../../shared/dashboard/model.ts'
import { nothingOf } from '../../shared/reports/beside.ts'
import { isSpan, Question, type Link, type Report, type ReportName } from '../../shared/reports/model.ts'
import type { Span } from '../../shared/reports/periods.ts'
import type { Language } from '../../shared/settings/model.ts'
import { run } from '../reports/run.ts'
import { localeOf, textIn } from '../texts.ts'
import type { Drawn, Surroundings } from './source.ts'

export type Asked = Partial<Question> & Readonly<{ report: ReportName }>

/** The report itself; of a list of many only the first is named, for the sums are of all. */
export const ask = (question: Asked, surroundings: Surroundings) => run({ question: Question.parse(question), limit: 1 }, surroundings)

/** The page of the report with the same question. */
export const reportLink = (question: Asked): Link => ({
  ...{ page: 'report', id: null },
  query: Object.fromEntries(Object.entries(question).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))),
})

type Kind = Readonly<{ better?: Figure['better']; isBad?: boolean }>

/** What all rows of a report come to in one of its columns. */
export function figureOf({ columns, totals }: Report, key: string, { better = null, isBad = false }: Kind = {}): Figure {
  const place = columns.findIndex(column => column.key === key)
  const { type, label, meaning } = columns[place]!
  return {
    ...{ key, type, label, meaning, better, isBad },
    value: totals ? totals.cells[place]! : nothingOf(type),
    before: totals?.before?.[place] ?? null,
  }
}

/** A figure of another page, in words of the dashboard or of the reports' columns. */
export function figure(
  { key, type, value, before = null, better = null, isBad = false }: Pick<Figure, 'key' | 'type' | 'value'> & Partial<Figure>,
  words: 'dashboard' | 'reports',
  { settings: { language } }: Surroundings,
): Figure {
  const say = (what: string) => textIn(language, `${words}.${what}.${key}`)
  return { key, type, value, before, better, isBad, label: say('columns'), meaning: say('meanings') }
}

/** A column of a report, row by row. */
export function seriesOf({ columns, rows, chart, group }: Report, key: string, language: Language): Drawn {
  const place = columns.findIndex(column => column.key === key)
  const { type, label } = columns[place]!
  const markOf = isSpan(group) ? marks(language, group) : (_first: string, name: string) => name
  return {
    ...{ label, type, kind: chart?.kind === 'ranking' ? 'ranking' : 'bars' },
    points: rows.map(({ key, label, cells, link }) => {
      const cell = cells[place]
      return { label, mark: markOf(key, label), value: typeof cell === 'number' ? cell : null, link }
    }),
  }
}

/** 21 Nov, or Nov: by the first day of a part of a period. */
export function marks(language: Language, span: Span) {
  const options: Intl.DateTimeFormatOptions = span === 'month' ? { month: 'short' } : { day: 'numeric', month: 'short' }
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' })
  return (first: string) => format.format(new Date(first))
}
