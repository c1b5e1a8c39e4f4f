import type { Language } from '../settings/model.ts'
import { Question } from '../reports/model.ts'

const names = {
  en: { reliability: 'Reliability by weekday and staff', sold: 'What we sell, month by month' },
  de: { reliability: 'Zuverlässigkeit nach Wochentag und Team', sold: 'Was wir verkaufen, Monat für Monat' },
} satisfies Record<Language, object>

/** What the shop has put together for itself. */
export const demoReports = (language: Language) => [
  {
    name: names[language].sold,
    question: Question.parse({
      ...{ report: 'built', period: 'last12Months' },
      build: {
        ...{ subject: 'sales', date: 'issuedOn', rows: ['month', 'lineKind'], measures: ['net', 'documents', 'averageTicket'] },
        ...{ sort: { by: 'month', descending: false }, chart: 'heat' },
      },
    }),
  },
  {
    name: names[language].reliability,
    question: Question.parse({
      ...{ report: 'built', period: 'last90Days' },
      build: {
        ...{ subject: 'visits', date: 'startsOn', rows: ['weekday', 'staff'], measures: ['noShowRate', 'cancellationRate', 'booked'] },
        ...{ sort: { by: 'noShowRate', descending: true }, chart: 'ranking' },
      },
    }),
  },
]
