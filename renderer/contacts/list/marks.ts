import { computed, shallowRef } from 'vue'
import { everythingMarked, isMarked, markedCount, marking, mostMarks, nothingMarked, type Marks } from '../../../shared/contacts/marks.ts'

type Options = {
  total: () => number
  idAt: (row: number) => number | undefined
  idsBetween: (first: number, end: number) => Promise<readonly number[]>
  /** More rows than can be marked one by one. */
  tooMany: () => void
}

/** What is marked for a bulk action: by single clicks, by ranges, or everything. */
export function useMarks({ total, idAt, idsBetween, tooMany }: Options) {
  const marks = shallowRef<Marks>(nothingMarked)
  let anchor: { row: number; before: Marks } | null = null
  let latest = 0

  function put(next: Marks) {
    latest++
    marks.value = next
  }

  async function toggle(row: number) {
    const id = idAt(row)
    if (id === undefined) return
    const on = !isMarked(marks.value, id)
    if (marks.value.all) await onlySome()
    if (marks.value.all) return
    put(marking(marks.value, [id], on))
    startAt(row)
  }

  /** Where a range begins. */
  function startAt(row: number) {
    anchor = { row, before: marks.value }
  }

  /** From the row that was marked last up to this one; moving back gives rows free again. */
  async function extendTo(row: number) {
    if (marks.value.all) return
    const { row: start, before } = anchor ?? { row, before: marks.value }
    const turn = ++latest
    const ids = await between(Math.min(start, row), Math.max(start, row) + 1)
    if (ids && turn === latest) marks.value = marking(before, ids, true)
  }

  async function onlySome() {
    const turn = ++latest
    const ids = await between(0, total())
    if (ids && turn === latest) put(marking(nothingMarked, ids, true))
  }

  async function between(first: number, end: number) {
    if (end - first > mostMarks) return tooMany()
    const known = Array.from({ length: end - first }, (_, index) => idAt(first + index))
    return known.every(id => id !== undefined) ? known : idsBetween(first, end)
  }

  function clear() {
    anchor = null
    put(nothingMarked)
  }

  return {
    marks: computed(() => marks.value),
    count: computed(() => markedCount(marks.value, total())),
    isMarked: (id: number) => isMarked(marks.value, id),
    toggle,
    startAt,
    extendTo,
    all: () => put(everythingMarked),
    clear,
  }
}
