import { watch } from 'vue'
import { useContacts } from '../store.ts'
import type { useCursor } from './cursor.ts'
import type { useLongScroll } from './long-scroll.ts'

type Options = { cursor: ReturnType<typeof useCursor>; scroll: ReturnType<typeof useLongScroll>; rowHeight: () => number }

/** The contact that the cursor is on stays where it is on the screen, when others come or go above it. */
export function useStableRow({ cursor, scroll, rowHeight }: Options) {
  const contacts = useContacts()
  let kept: { id: number; row: number } | null = null

  watch(
    [cursor.row, () => (cursor.row.value === null ? undefined : contacts.list.rowAt(cursor.row.value)?.id)],
    ([row, id], [rowBefore]) => {
      if (row === null || id === undefined) return
      const hasMovedAway = row === rowBefore && kept !== null && kept.id !== id
      const now = hasMovedAway && kept ? contacts.list.indexOf(contact => contact.id === kept?.id) : null
      if (now === null || !kept) {
        kept = { id, row }
        return
      }
      scroll.goTo(Math.max(0, scroll.top.value + (now - row) * rowHeight()))
      kept.row = now
      cursor.row.value = now
    },
  )
}
