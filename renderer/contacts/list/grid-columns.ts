import { computed, watch, type Ref } from 'vue'
import { columnWidth, fittingColumns, type ListColumn } from '../../../shared/contacts/columns.ts'

/** The chosen columns that there is room for, and how the room is shared. */
export function useGridColumns(chosen: () => readonly ListColumn[], width: Ref<number>, fitting: Ref<readonly ListColumn[]>) {
  watch(
    () => fittingColumns(chosen(), width.value),
    shown => (fitting.value = shown),
    { immediate: true },
  )
  return computed(() => {
    const others = fitting.value.map(column => `minmax(${columnWidth(column)}px, ${columnWidth(column)}fr)`)
    return ['50px', 'minmax(220px, 300fr)', ...others].join(' ')
  })
}

/** What the browser works out of the template above: the width beside the mark, shared by weight. */
export function nameWidthIn(width: number, columns: readonly ListColumn[]) {
  const others = columns.reduce((sum, column) => sum + columnWidth(column), 0)
  return Math.max(220, ((width - 50) * 300) / (300 + others))
}
