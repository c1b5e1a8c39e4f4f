import type { TaskKind } from '../model.ts'

/** What is read out of a sentence, part by part. */
export type Found = {
  /** 2026-11-24 */
  day?: string
  /** 09:30 */
  time?: string
  /** A rule, and the first day on which it comes. */
  repeat?: { rule: string; day: string }
  kind?: TaskKind
}
export type Part = keyof Found

/** `now` is the time on the shop's wall. */
export type Now = Readonly<{ now: string; today: string }>
export type Groups = Readonly<Record<string, string | undefined>>

/** Reads one part; what it does not understand stays in the sentence: null. `keeps` leaves the words in the title, too. */
export type Rule = Readonly<{
  pattern: RegExp
  keeps?: boolean
  read(groups: Groups, now: Now): Found | null
}>

/** Whole words only, whatever alphabet. */
export const phrase = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}@.:/-])(?:${source})(?![\\p{L}\\p{N}]|[:/-]\\d)`, 'iu')

/** The alternatives of a table, the longest first. */
export const anyOf = (table: Readonly<Record<string, unknown>>) =>
  Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .join('|')

export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
