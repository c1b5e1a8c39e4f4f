import type { Tag } from './model.ts'

/** The chips of the largest tags that fit beside the others; the chosen one is always there. */
export function shownTags(tags: readonly Tag[], chosen: string | null, room: number): readonly Tag[] {
  const known = tags.find(({ name }) => name === chosen) ?? (chosen === null ? undefined : { id: 0, name: chosen, contacts: 0 })
  const largest = tags.filter(tag => tag !== known).sort((a, b) => b.contacts - a.contacts)
  let left = room - (known ? chipWidth(known) : 0)
  const shown = largest.slice(0, mostChips - (known ? 1 : 0)).filter(tag => (left -= chipWidth(tag)) >= 0)
  return known ? [...shown, known].sort((a, b) => b.contacts - a.contacts) : shown
}

const mostChips = 5
/** An estimate that errs on the wide side: measuring would draw them twice. */
const chipWidth = ({ name, contacts }: Tag) => 44 + 7.2 * (name.length + String(contacts).length)

const nameGaps = 14 + 10
const moreWidth = 34

/**
 * How many of a contact's tags fit behind its name and what else stands there, whole and with room to say how many more there
 * are. None where even the first is too long.
 */
export function fittingTags(name: string, others: readonly string[], tags: readonly string[], room: number) {
  const left = others.reduce((left, text) => left - labelWidth(text) - 4, room - nameGaps - 7.6 * name.length)
  const ends = tags.map((_, index) => tags.slice(0, index + 1).reduce((sum, tag) => sum + labelWidth(tag) + 4, 0))
  if ((ends.at(-1) ?? 0) <= left) return tags.length
  return ends.filter(end => end + moreWidth <= left).length
}

/** Of a long name, what has to be left of it beside a warning. */
const leastName = 104

/** Whether a warning stands whole behind a name, which may be cut for it. */
export const fitsBeside = (name: string, warning: string, room: number) =>
  labelWidth(warning) + signWidth <= room - nameGaps - Math.min(leastName, 7.6 * name.length)

const signWidth = 19
const labelWidth = (text: string) => 18 + 6.9 * text.length
