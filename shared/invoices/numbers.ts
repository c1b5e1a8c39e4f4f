import type { InvoicingSettings } from './model.ts'

export type NumberSeries = InvoicingSettings['numbers']['invoice']

/** Counted on its own: the document's kind, and the year where the count begins anew with it. */
export const seriesKey = (kind: keyof InvoicingSettings['numbers'], { restarts }: NumberSeries, day: string) =>
  restarts === 'yearly' ? `${kind} ${day.slice(0, 4)}` : kind

/** `sequence` counts from 1; `day` is the day of issue. */
export const numberOf = ({ pattern }: NumberSeries, sequence: number, day: string) =>
  pattern
    .replace('{YYYY}', day.slice(0, 4))
    .replace('{YY}', day.slice(2, 4))
    .replace('{MM}', day.slice(5, 7))
    .replace(/#+/, places => String(sequence).padStart(places.length, '0'))

/** The number that the next document gets, as far as the ones before it tell; the count begins at 1. */
export function nextNumber(series: NumberSeries, numbers: readonly string[], day: string) {
  const [before = '', after = ''] = numberOf({ ...series, pattern: series.pattern.replace(/#+/, '\u0000') }, 0, day).split('\u0000')
  const counts = numbers
    .filter(number => number.startsWith(before) && number.endsWith(after))
    .map(number => number.slice(before.length, number.length - after.length))
    .filter(count => /^\d+$/.test(count))
  return numberOf(series, Math.max(0, ...counts.map(Number)) + 1, day)
}
