import { onBeforeUnmount, watch } from 'vue'
import { useContacts } from '../store.ts'
import type { useCursor } from '../../ui/long-grid/cursor.ts'
import type { useLongScroll } from '../../ui/long-grid/long-scroll.ts'
import type { useMarks } from './marks.ts'
import { usePlace } from './place.ts'

type Options = {
  scroll: ReturnType<typeof useLongScroll>
  cursor: ReturnType<typeof useCursor>
  marks: ReturnType<typeof useMarks>
  rowHeight: () => number
}

/** Where the list stands: found again when the page is, at the top for another question, and kept when others come or go above it. */
export function useListPlace({ scroll, cursor, marks, rowHeight }: Options) {
  const contacts = useContacts()
  const place = usePlace()

  watch(scroll.range, contacts.list.show)
  onBeforeUnmount(() => {
    place.top = scroll.top.value
  })
  const stopWaiting = watch(scroll.isMeasured, () => {
    stopWaiting()
    scroll.goTo(place.top)
    if (place.row !== null) scroll.showRow(place.row)
  })
  watch(
    () => contacts.list.answered,
    () => {
      scroll.goTo(0)
      cursor.row.value = null
      marks.clear()
    },
  )

  const newRowOf = (id: number) => contacts.list.indexOf(contact => contact.id === id)

  let kept: { id: number; row: number } | null = null

  watch(
    [cursor.row, () => (cursor.row.value === null ? undefined : contacts.list.rowAt(cursor.row.value)?.id)],
    ([row, id]) => {
      if (row !== kept?.row) kept = null
      if (row === null || id === undefined) return
      const moved = kept && kept.id !== id ? newRowOf(kept.id) : null
      if (kept && moved !== null) follow(kept.id, row, moved)
      else kept = { id, row }
    },
    { immediate: true },
  )

  function follow(id: number, from: number, to: number) {
    kept = { id, row: to }
    cursor.row.value = to
    scroll.goTo(Math.max(0, scroll.top.value + (to - from) * rowHeight()))
  }
}
