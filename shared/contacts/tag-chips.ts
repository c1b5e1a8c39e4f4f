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
