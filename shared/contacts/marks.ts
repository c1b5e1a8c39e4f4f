import type { ContactFilter, Selection } from './model.ts'

/** What is marked for a bulk action: single contacts, or all that the filter shows. */
export type Marks = { all: true } | { all: false; ids: ReadonlySet<number> }

/** More than these are marked by a filter, not one by one. */
export const mostMarks = 10_000

export const nothingMarked: Marks = { all: false, ids: new Set() }
export const everythingMarked: Marks = { all: true }

export const isMarked = (marks: Marks, id: number) => marks.all || marks.ids.has(id)
export const markedCount = (marks: Marks, shown: number) => (marks.all ? shown : marks.ids.size)

/** Some of the rows, marked or unmarked as one. */
export function marking(marks: Marks, ids: readonly number[], on: boolean): Marks {
  const next = new Set(marks.all ? [] : marks.ids)
  for (const id of ids) {
    if (on) next.add(id)
    else next.delete(id)
  }
  return { all: false, ids: next }
}

/** Null where nothing is marked. */
export function selectionOf(marks: Marks, filter: ContactFilter): Selection | null {
  if (marks.all) return { filter }
  return marks.ids.size ? { ids: [...marks.ids] } : null
}
