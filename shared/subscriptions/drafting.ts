import { Draft } from '../invoices/model.ts'
import { localeOf, formatsOf } from '../paper/formats.ts'
import type { Language } from '../settings/model.ts'
import type { Period, Template } from './model.ts'

export const placeholders = ['month', 'period', 'year'] as const
type Words = Readonly<Record<(typeof placeholders)[number], string>>

/** What the placeholders stand for, as a paper in this language writes it. */
export function wordsOf({ firstDay, lastDay }: Pick<Period, 'firstDay' | 'lastDay'>, language: Language, country: string): Words {
  const locale = localeOf(language, country)
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    month: month.format(new Date(firstDay)),
    period: formatsOf(locale, 'EUR').days(firstDay, lastDay),
    year: firstDay.slice(0, 4),
  }
}

/** The texts with what their placeholders stand for; whatever else stands in curly brackets stays. */
export const filled = (text: string, words: Words) => text.replace(/\{(month|period|year)\}/g, (_, name: keyof Words) => words[name])

/** The invoice for a period. */
export function draftFor(template: Template, contactId: number, period: Period, words: Words): Draft {
  const { lines, title, header, footer, ...rest } = template
  const named = lines.map(line => ({
    ...line,
    name: cut(filled(line.name, words), 200),
    description: cut(filled(line.description, words), 2000),
  }))
  return Draft.parse({
    ...{ ...rest, kind: 'invoice', contactId, lines: named, deliveredFrom: period.firstDay, deliveredTo: period.lastDay },
    ...{ title: cut(filled(title, words), 200), header: cut(filled(header, words), 2000), footer: cut(filled(footer, words), 2000) },
  })
}

/** A placeholder may stand for more than there was room for. */
const cut = (text: string, length: number) => text.slice(0, length)
