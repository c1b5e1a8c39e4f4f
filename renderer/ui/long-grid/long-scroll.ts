import { useElementSize, useEventListener, useTimeoutFn } from '@vueuse/core'
import { computed, nextTick, shallowRef, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import { contentTop, rowsAround, scrollFor, scrollSpace, topAfterScroll, topToShow } from './scroll.ts'

type Options = {
  element: Ref<HTMLElement | null>
  rows: MaybeRefOrGetter<number>
  rowHeight: MaybeRefOrGetter<number>
  /** The height of what stays above the rows. */
  headHeight: MaybeRefOrGetter<number>
}

const spareRows = 8
const restsAfter = 150

/** Scrolls through more rows than a browser can be high: which rows to draw, and where. */
export function useLongScroll({ element, rows, rowHeight, headHeight }: Options) {
  const { height } = useElementSize(element)
  /** Where the scroll bar is, and the place in the content that it stands for. */
  const at = shallowRef({ scroll: 0, top: 0 })

  const viewport = computed(() => Math.max(0, height.value - toValue(headHeight)))
  const space = computed(() => scrollSpace(toValue(rows), toValue(rowHeight), viewport.value))
  const range = computed(() => rowsAround(space.value, at.value.top, toValue(rowHeight), spareRows))
  /** Where the first drawn row is put. */
  const offset = computed(() => Math.round(range.value.first * toValue(rowHeight) + at.value.scroll - at.value.top))
  const seen = computed(() => ({
    first: Math.ceil(at.value.top / toValue(rowHeight)),
    rows: Math.max(1, Math.floor(viewport.value / toValue(rowHeight))),
  }))

  function goTo(top: number) {
    if (!element.value) return
    element.value.scrollTop = scrollFor(space.value, top)
    at.value = { scroll: element.value.scrollTop, top }
  }
  const showRow = (row: number) => {
    const top = topToShow(space.value, at.value.top, toValue(rowHeight), row)
    if (top !== at.value.top) goTo(top)
  }

  // Small steps let the scroll bar drift from its place: it is put right when the hand rests.
  const { start: settleSoon } = useTimeoutFn(() => goTo(at.value.top), restsAfter, { immediate: false })

  useEventListener(element, 'scroll', () => {
    const scroll = element.value!.scrollTop
    if (scroll === at.value.scroll) return
    at.value = { scroll, top: topAfterScroll(space.value, at.value, scroll) }
    if (space.value.content !== space.value.height) settleSoon()
  })

  // The same rows stay in view when rows get higher, are added or go away.
  watch([() => toValue(rowHeight), () => toValue(rows)], async ([height], [before]) => {
    const top = (at.value.top / before) * height
    await nextTick()
    goTo(contentTop(space.value, scrollFor(space.value, top)))
  })

  const isMeasured = computed(() => height.value > 0)
  return { isMeasured, range, offset, seen, height: computed(() => space.value.height), goTo, showRow, top: computed(() => at.value.top) }
}
