import type { Ref } from 'vue'
import { useShortcut } from '../../composables/shortcuts.ts'
import type { useCursor } from '../../ui/long-grid/cursor.ts'
import type { useMarks } from './marks.ts'

type Options = {
  cursor: ReturnType<typeof useCursor>
  marks: ReturnType<typeof useMarks>
  idAt: (row: number) => number | undefined
  element: Ref<HTMLElement | null>
  pass: (id: number) => void
  enter: (id: number) => void
  remove: () => void
}

const movements = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']

/** The list by keyboard. Letters work wherever nobody types; keys that other things on the page know too, only in the list. */
export function useListKeys({ cursor, marks, idAt, element, pass, enter, remove }: Options) {
  /** Nothing else on the page wants the key: the focus is in the list, or nowhere in particular. */
  const inList = () => {
    const focused = document.activeElement
    if (element.value?.contains(focused)) return focused?.tagName !== 'BUTTON'
    return focused === document.body || focused?.tagName === 'H1'
  }
  const currentId = () => (cursor.row.value === null ? undefined : idAt(cursor.row.value))

  function move(key: string, extend = false) {
    cursor.handle(key)
    element.value?.focus({ preventScroll: true })
    const row = cursor.row.value
    if (row === null) return
    if (extend) return void marks.extendTo(row)
    marks.startAt(row)
    const id = currentId()
    if (id !== undefined) pass(id)
  }

  for (const key of movements) {
    useShortcut(key.toLowerCase(), () => move(key), { when: inList })
    useShortcut(`shift+${key.toLowerCase()}`, () => move(key, true), { when: inList })
  }
  useShortcut('j', () => move('j'), { label: 'contacts.shortcuts.down' })
  useShortcut('k', () => move('k'), { label: 'contacts.shortcuts.up' })

  const onCurrent = (act: (id: number, row: number) => void) => () => {
    const id = currentId()
    if (id !== undefined && cursor.row.value !== null) act(id, cursor.row.value)
  }
  useShortcut('enter', onCurrent(enter), { label: 'contacts.shortcuts.open', when: inList })
  useShortcut(
    ' ',
    onCurrent((_, row) => void marks.toggle(row)),
    { label: 'contacts.shortcuts.mark', when: inList },
  )
  useShortcut('mod+a', marks.all, { label: 'contacts.shortcuts.markAll', when: inList })
  useShortcut('delete', remove, {
    label: 'contacts.shortcuts.remove',
    // What is marked is meant wherever the focus is.
    when: () => marks.count.value > 0 || (inList() && currentId() !== undefined),
  })
  useShortcut('escape', marks.clear, { when: () => marks.count.value > 0 })
}
