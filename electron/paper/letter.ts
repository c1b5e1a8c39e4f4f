import type { Paper, Say } from '../../shared/paper/model.ts'
import { footOf, pageLine, pageMark } from './foot.ts'
import { continuedHead, drawHead } from './head.ts'
import { styles } from './ink.ts'
import type { Look } from './look.ts'
import { mm, type Sheet } from './marks.ts'
import { areaOf, createPen, type Area } from './pen.ts'
import { slipHeight, slipMarks } from './slip.ts'
import { drawSums, heightOfSums } from './sums.ts'
import { drawTable } from './table.ts'

/** How much closer the foot comes to a slip than to the edge of the sheet. */
const nearer = mm(4)

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
  // The foot of the last sheet stands above the slip; one sheet alone needs no place for its number.
  const slip = paper.slip ? slipHeight - nearer : 0
  if (pen.room() + (pen.sheets().length === 1 ? pageLine : 0) < slip) pen.turnOver()
  const { width, height } = area
  return { width, height, sheets: framed(pen.sheets(), { paper, look, area, slip, foot, say }) }
}

type Frame = Readonly<{ paper: Paper; look: Look; area: Area; slip: number; foot: ReturnType<typeof footOf>; say: Say }>

const framed = (sheets: readonly Sheet[], { paper, look, area, slip, foot, say }: Frame) =>
  sheets.map((sheet, index) => {
    const isLast = index === sheets.length - 1
    const free = isLast ? { ...area, height: area.height - slip, bottom: area.bottom - slip } : area
    return [
      ...(index > 0 ? continuedHead(paper, look, area) : []),
      ...sheet,
      ...foot.marks(free),
      ...pageMark(sheets, index, free, say),
      ...(isLast && paper.slip ? slipMarks(paper.slip, area.height - slipHeight, area.width) : []),
    ]
  })
