/** Browsers stop between 16 and 33 million pixels: a longer list is scrolled in a space shorter than itself. */
const tallest = 12_000_000
/** Near both ends a pixel scrolled is a pixel moved, so that no row there is ever jumped over. */
const evenEnd = 1_000_000
/** A wheel, a finger or an arrow moves less than this at a time; dragging the scroll bar of a scaled list moves more. */
const longestStep = 4000

/** `content` is the height of all rows, `height` the one that the browser is given. */
export type ScrollSpace = { content: number; height: number; viewport: number }

export const scrollSpace = (rows: number, rowHeight: number, viewport: number): ScrollSpace => ({
  content: rows * rowHeight,
  height: Math.min(rows * rowHeight, tallest),
  viewport,
})

const lastTop = ({ content, viewport }: ScrollSpace) => Math.max(0, content - viewport)
const lastScroll = ({ height, viewport }: ScrollSpace) => Math.max(0, height - viewport)
const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)

/** Where in the content a position of the scroll bar is. */
export const contentTop = (space: ScrollSpace, scroll: number) => stretch(scroll, lastScroll(space), lastTop(space))

/** Where the scroll bar stands for a place in the content. */
export const scrollFor = (space: ScrollSpace, top: number) => stretch(top, lastTop(space), lastScroll(space))

function stretch(value: number, from: number, to: number) {
  const at = clamp(value, from)
  if (from === to || at <= evenEnd) return at
  if (at >= from - evenEnd) return to - (from - at)
  return evenEnd + ((at - evenEnd) * (to - 2 * evenEnd)) / (from - 2 * evenEnd)
}

/** The new place in the content: small steps move by themselves, long ones take what the scroll bar says. */
export function topAfterScroll(space: ScrollSpace, before: { scroll: number; top: number }, scroll: number) {
  const step = scroll - before.scroll
  if (space.content === space.height || Math.abs(step) > longestStep) return contentTop(space, scroll)
  return clamp(before.top + step, lastTop(space))
}

export type RowRange = { first: number; end: number }

/** The rows to draw: those that are seen, and a few more on both sides. */
export function rowsAround(space: ScrollSpace, top: number, rowHeight: number, spare: number): RowRange {
  const rows = Math.round(space.content / rowHeight)
  return {
    first: Math.max(0, Math.floor(top / rowHeight) - spare),
    end: Math.min(rows, Math.ceil((top + space.viewport) / rowHeight) + spare),
  }
}

/** The least movement that brings a whole row into view. */
export function topToShow(space: ScrollSpace, top: number, rowHeight: number, row: number) {
  const start = row * rowHeight
  if (start < top) return start
  return clamp(Math.max(top, start + rowHeight - space.viewport), lastTop(space))
}
