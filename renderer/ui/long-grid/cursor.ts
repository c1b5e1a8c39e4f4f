import { shallowRef, type Ref } from 'vue'
import { moved, movementFor, type Movement } from './movement.ts'

type Options = {
  total: () => number
  seen: () => { first: number; rows: number }
  showRow: (row: number) => void
  /** Also from outside, so that the place outlives the page. */
  row?: Ref<number | null>
}

/** The row that the keyboard is on. */
export function useCursor({ total, seen, showRow, row = shallowRef(null) }: Options) {
  function goTo(next: number | null) {
    row.value = next
    if (next !== null) showRow(next)
  }

  function move(movement: Movement) {
    const { first, rows } = seen()
    goTo(moved(movement, row.value, { rows: total(), seen: rows, firstSeen: first }))
  }

  /** True where the key was one that moves. */
  function handle(key: string) {
    const movement = movementFor(key)
    if (movement) move(movement)
    return movement !== undefined
  }

  return { row, goTo, move, handle }
}
