import { mm, type Mark, type Sheet } from './marks.ts'
import { leading } from './ink.ts'
import { linesOf, type Style } from './text.ts'
import { textAt } from './marks.ts'

export type Area = Readonly<{ width: number; height: number; left: number; right: number; top: number; bottom: number }>
export type Pen = ReturnType<typeof createPen>

const sizes = { A4: [595.28, 841.89], LETTER: [612, 792] } as const

/** A sheet's area; what stands at its foot takes `foot` off. */
export function areaOf(format: keyof typeof sizes, foot: number): Area {
  const [width, height] = sizes[format]
  return { width, height, left: mm(25), right: width - mm(20), top: mm(31), bottom: height - foot }
}

/** Writes down the sheets from above to below. `y` is where the next thing may begin. */
export function createPen(area: Area) {
  const sheets: Mark[][] = [[]]
  let y = area.top
  const put = (...marks: readonly Mark[]) => void sheets.at(-1)!.push(...marks)
  const room = () => area.bottom - y
  const moveTo = (to: number) => void (y = to)
  const moveBy = (by: number) => void (y += by)

  function turnOver() {
    sheets.push([])
    y = area.top
  }

  /** Text over as many sheets as it takes, and no line of it alone on one. */
  function flow(text: string, style: Style, { width = area.right - area.left } = {}) {
    const height = leading(style)
    let lines = linesOf(text, style, width)
    while (lines.length > 0) {
      const taken = linesThatFit(lines.length, Math.floor(room() / height))
      lines.slice(0, taken).forEach((line, index) => put(textAt(area.left, y + index * height + style.size, line, style)))
      moveBy(taken * height)
      lines = lines.slice(taken)
      if (lines.length > 0) turnOver()
    }
  }

  return { area, put, room, moveTo, moveBy, turnOver, flow, position: () => y, sheets: (): readonly Sheet[] => sheets }
}

function linesThatFit(wanted: number, fitting: number) {
  if (wanted <= fitting) return wanted
  const taken = wanted - fitting === 1 ? fitting - 1 : fitting
  return taken < 2 ? 0 : taken
}
