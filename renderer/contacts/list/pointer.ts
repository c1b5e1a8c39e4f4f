import type { useCursor } from '../../ui/long-grid/cursor.ts'
import type { useMarks } from './marks.ts'

type Options = {
  cursor: ReturnType<typeof useCursor>
  marks: ReturnType<typeof useMarks>
  idAt: (row: number) => number | undefined
  show: (id: number) => void
  enter: (id: number) => void
}

/** The list by mouse and finger. One listener for all rows: a row with listeners of its own is drawn again at every step of the wheel. */
export function useListPointer({ cursor, marks, idAt, show, enter }: Options) {
  function at(event: MouseEvent) {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    return element ? Number(element.dataset.row) : null
  }

  function mark(row: number, event: MouseEvent) {
    return event.shiftKey ? marks.extendTo(row) : marks.toggle(row)
  }

  function click(event: MouseEvent) {
    const row = at(event)
    if (row === null) return
    const isMark = event.target instanceof HTMLInputElement
    if (isMark) event.preventDefault()
    if (isMark || event.shiftKey || event.ctrlKey || event.metaKey) return void mark(row, event)
    cursor.goTo(row)
    marks.startAt(row)
    const id = idAt(row)
    if (id !== undefined) show(id)
  }

  function doubleClick(event: MouseEvent) {
    const row = at(event)
    const id = row === null || event.target instanceof HTMLInputElement ? undefined : idAt(row)
    if (id !== undefined) enter(id)
  }

  return { click, doubleClick }
}
