import type { Paper, Say } from '../../shared/paper/model.ts'
import { footOf, pageMark } from './foot.ts'
import { continuedHead, drawHead } from './head.ts'
import { styles } from './ink.ts'
import type { Look } from './look.ts'
import type { Sheet } from './marks.ts'
import { areaOf, createPen, type Area } from './pen.ts'
import { drawSums, heightOfSums } from './sums.ts'
import { drawTable } from './table.ts'

export type Laid = Readonly<{ width: number; height: number; sheets: readonly Sheet[] }>

/** A document on sheets of A4 or Letter. */
export function letterOf(paper: Paper, look: Look, say: Say): Laid {
  const bare = areaOf(look.paper, 0)
  const foot = footOf(paper, bare.right - bare.left)
  const area = areaOf(look.paper, foot.height)
  const pen = createPen(area)
  drawHead(pen, paper, look)
  drawTable(pen, paper, look, heightOfSums(paper))
  drawSums(pen, paper, look)
  pen.moveBy(12)
  for (const text of [...paper.notes, paper.footer].filter(Boolean)) {
    pen.flow(text, styles.body)
    pen.moveBy(5)
  }
  const { width, height } = area
  return { width, height, sheets: framed(pen.sheets(), paper, look, area, foot.marks(area), say) }
}

const framed = (sheets: readonly Sheet[], paper: Paper, look: Look, area: Area, foot: Sheet, say: Say) =>
  sheets.map((sheet, index) => [
    ...(index > 0 ? continuedHead(paper, look, area) : []),
    ...sheet,
    ...foot,
    ...pageMark(sheets, index, area, say),
  ])
