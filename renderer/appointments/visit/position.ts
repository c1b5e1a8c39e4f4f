type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>
type Size = Readonly<{ width: number; height: number }>

const gap = 8
const edge = 12

/** Beside what it is about, where there is room: on the right, else on the left, else over it; never outside the window. */
export function beside(anchor: Box, panel: Size, window: Size): { left: number; top: number } {
  const fitsRight = anchor.right + gap + panel.width + edge <= window.width
  const fitsLeft = anchor.left - gap - panel.width - edge >= 0
  const free = fitsRight ? anchor.right + gap : fitsLeft ? anchor.left - gap - panel.width : anchor.left
  const within = (wanted: number, size: number, most: number) => Math.max(edge, Math.min(wanted, most - size - edge))
  return { left: within(free, panel.width, window.width), top: within(anchor.top - gap, panel.height, window.height) }
}
