import type { Paper, PaperSum } from '../../shared/paper/model.ts'
import { codeMarks } from './code.ts'
import { ink, leading, styles } from './ink.ts'
import type { Look } from './look.ts'
import { mm, rule, textAt, textBefore } from './marks.ts'
import type { Pen } from './pen.ts'
import { fitted, linesOf, widthOf, type Style } from './text.ts'

const [width, codeSize] = [mm(84), mm(27)]

const heights: Readonly<Record<PaperSum['kind'], number>> = { plain: 15, part: 13, total: 25, due: 21 }

const stylesIn = (colour: string): Record<PaperSum['kind'], Style> => ({
  plain: styles.row,
  part: styles.description,
  total: { size: 12.5, isBold: true, colour: ink.full },
  due: { size: 10.5, isBold: true, colour },
})

export const heightOfSums = ({ sums, payment }: Paper) =>
  12 +
  Math.max(
    payment ? codeSize : 0,
    sums.reduce((sum, { kind }) => sum + heights[kind], 0),
  )

/** At the right what it comes to, at the left the code to pay it by. */
export function drawSums(pen: Pen, paper: Paper, { colour }: Look) {
  const height = heightOfSums(paper)
  if (pen.room() < height) pen.turnOver()
  const { left, right } = pen.area
  const top = pen.position() + 10
  let y = top
  for (const { kind, label, value } of paper.sums) {
    const [height, style] = [heights[kind], stylesIn(colour)[kind]]
    if (kind === 'total' && y > top) pen.put(rule(right - width, right, y + 4, ink.full, { width: 0.8 }))
    if (kind === 'due') pen.put(rule(right - width, right, y + 3, ink.line))
    const name = fitted(label, style, width - widthOf(value, style) - 8, 6)
    const base = y + height - (kind === 'total' || kind === 'due' ? 6.5 : 4)
    pen.put(textAt(right - width, base, name.text, name.style), textBefore(right, base, value, style))
    y += height
  }
  if (paper.payment) drawCode(pen, paper.payment, left, top)
  pen.moveBy(height)
}

function drawCode({ put, area }: Pen, { text, caption }: NonNullable<Paper['payment']>, x: number, y: number) {
  put(...codeMarks(text, x, y, codeSize))
  const from = x + codeSize + 9
  const lines = linesOf(caption, styles.label, Math.min(mm(34), area.right - width - from - 12))
  lines.forEach((line, index) => put(textAt(from, y + 8 + index * leading(styles.label), line, styles.label)))
}
