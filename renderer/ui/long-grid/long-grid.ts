import { computed, shallowRef, useId, type Ref } from 'vue'
import { useRowHeight } from '../../composables/row-height.ts'
import { useCursor } from './cursor.ts'
import { useLongScroll } from './long-scroll.ts'

type List<Item> = { total: number | null; rowAt(row: number): Item | undefined }

const headHeight = 38

/** A list of any length in LongGrid: which of its rows are drawn, and which one the keyboard is on. `row` outlives the page where its owner does. */
export function useLongGrid<Item>(list: () => List<Item>, row: Ref<number | null>) {
  const id = useId()
  const element = shallowRef<HTMLElement | null>(null)
  const rowHeight = useRowHeight()
  const total = computed(() => list().total ?? 0)
  const scroll = useLongScroll({ element, rows: total, rowHeight, headHeight })
  const cursor = useCursor({ total: () => total.value, seen: () => scroll.seen.value, showRow: scroll.showRow, row })

  const rows = computed(() => {
    const { first, end } = scroll.range.value
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => rowOf(first + index))
  })
  const rowOf = (row: number) => ({ row, id: `${id}-${row}`, item: list().rowAt(row) })
  const activeId = computed(() => rows.value.find(({ row }) => row === cursor.row.value)?.id)

  const attach = (shown: HTMLElement | null) => void (element.value = shown)
  return { element, attach, rowHeight, total, scroll, cursor, rows, activeId }
}
