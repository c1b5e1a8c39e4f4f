import type { Paper, Say } from '../../shared/paper/model.ts'
import { ink, leading, styles } from './ink.ts'
import { mm, rule, textAt, textBefore, type Mark, type Sheet } from './marks.ts'
import type { Area } from './pen.ts'
import { linesOf, widthOf } from './text.ts'

const [fromEdge, gap] = [mm(9), 12]
/** Where the number of a sheet stands, above its foot. */
export const pageLine = 20

type Foot = Readonly<{ height: number; marks: (area: Area) => Mark[] }>

/** What stands at the foot of every sheet, and how much of it that takes. */
export function footOf({ foot, legal }: Paper, width: number): Foot {
  const columns = placed(foot, width)
  const below = legal ? linesOf(legal, styles.foot, width) : []
  const line = leading(styles.foot)
  const rows = Math.max(0, ...columns.map(({ lines }) => lines.length))
  const inner = rows * line + (below.length > 0 ? below.length * line + 4 : 0)
  const marks = ({ left, right, height }: Area) => {
    const top = height - fromEdge - inner
    return [
      rule(left, right, top - 6, ink.line),
      ...columns.flatMap(({ lines, x }) =>
        lines.map((text, row) => textAt(left + x, top + row * line + styles.foot.size, text, styles.foot)),
      ),
      ...below.map((text, row) => textAt(left, top + rows * line + 4 + row * line + styles.foot.size, text, styles.foot)),
    ]
  }
  return { height: fromEdge + inner + 6 + pageLine, marks }
}

/** As wide as what stands in them, evenly apart; of equal width where that is too much. */
function placed(foot: Paper['foot'], width: number) {
  const widths = foot.map(({ lines }) => Math.max(...lines.map(line => widthOf(line, styles.foot))))
  const between = (width - widths.reduce((sum, one) => sum + one, 0)) / Math.max(1, foot.length - 1)
  const each = (width - gap * (foot.length - 1)) / foot.length
  if (between < gap)
    return foot.map(({ lines }, at) => ({ x: at * (each + gap), lines: lines.flatMap(line => linesOf(line, styles.foot, each)) }))
  let x = 0
  return foot.map(({ lines }, at) => {
    const column = { x, lines }
    x += widths[at]! + between
    return column
  })
}

/** One sheet needs no number. */
export function pageMark(sheets: readonly Sheet[], index: number, { right, bottom }: Area, say: Say): Mark[] {
  if (sheets.length < 2) return []
  return [textBefore(right, bottom + pageLine - 7, say('foot.page', { page: index + 1, pages: sheets.length }), styles.foot)]
}
