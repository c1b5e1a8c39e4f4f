import type { ColumnKey, Paper, PaperRow } from '../../shared/paper/model.ts'
import { ink, leading, styles } from './ink.ts'
import type { Look } from './look.ts'
import { rule, textAt, textBefore } from './marks.ts'
import type { Pen } from './pen.ts'
import { linesOf, printable, widthOf, type Style } from './text.ts'

const [gap, padding, headHeight, carriedHeight] = [14, 5, 18, 19]

type Column = Readonly<{ key: ColumnKey; label: string; left: number; right: number }>
type RowLine = Readonly<{ text: string; style: Style }>

/**
 * The lines, over as many sheets as they take: each sheet says what it comes to so far, and the next one begins with it. The last line goes
 * where `after`, the height of what follows, has its place too, so that no total stands alone.
 */
export function drawTable(pen: Pen, paper: Paper, look: Look, after: number) {
  const columns = placed(paper, pen.area)
  const whole = pen.area.bottom - pen.area.top - headHeight - 2 * carriedHeight
  drawColumns(pen, columns, look)
  paper.rows.forEach((row, index) => {
    const lines = linesOfRow(row, columns[0]!)
    const height = heightOf(lines)
    const isLast = index === paper.rows.length - 1
    const needed = height + (isLast ? Math.min(after, whole - height) : carriedHeight)
    if (needed > pen.room() && index > 0 && (height <= whole || pen.room() < whole / 3))
      carryOver(pen, paper, columns, look, paper.rows[index - 1]!)
    drawRow(pen, paper, columns, look, { row, lines, before: paper.rows[index - 1] })
  })
}

/** Columns of figures are as wide as what stands in them; the name takes the rest. */
function placed({ columns, rows }: Paper, { left, right }: Pen['area']): Column[] {
  let end = right
  return columns
    .toReversed()
    .map(({ key, label }) => {
      if (key === 'name') return { key, label, left, right: end }
      const texts = [label, ...rows.map(({ cells }) => cells[key] ?? '')]
      const width = Math.max(...new Set(texts.map(text => widthOf(text, text === label ? styles.label : styles.row))))
      const column = { key, label, left: end - width, right: end }
      end -= width + gap
      return column
    })
    .toReversed()
}

function drawColumns(pen: Pen, columns: readonly Column[], { colour }: Look) {
  const y = pen.position() + 9
  for (const { key, label, left, right } of columns) {
    pen.put(key === 'name' ? textAt(left, y, label, styles.label) : textBefore(right, y, label, styles.label))
  }
  pen.put(rule(pen.area.left, pen.area.right, pen.position() + headHeight - 3, colour, { width: 1 }))
  pen.moveBy(headHeight)
}

const linesOfRow = ({ name, description }: PaperRow, { left, right }: Column): RowLine[] => [
  ...linesOf(name, styles.row, right - left).map(text => ({ text, style: styles.row })),
  ...(description ? linesOf(description, styles.description, right - left).map(text => ({ text, style: styles.description })) : []),
]

const heightOf = (lines: readonly RowLine[]) => lines.reduce((sum, { style }) => sum + leading(style), 0) + 2 * padding

type Wanted = Readonly<{ row: PaperRow; lines: readonly RowLine[]; before: PaperRow | undefined }>

function drawRow(pen: Pen, paper: Paper, columns: readonly Column[], look: Look, { row, lines, before }: Wanted) {
  pen.moveBy(padding)
  for (const { key, right } of columns) {
    const text = row.cells[key]
    if (text) pen.put(textBefore(right, pen.position() + styles.row.size, printable(text).join(' '), styles.row))
  }
  for (const { text, style } of lines) {
    if (pen.room() < leading(style) + carriedHeight) carryOver(pen, paper, columns, look, before)
    pen.put(textAt(columns[0]!.left, pen.position() + style.size, text, style))
    pen.moveBy(leading(style))
  }
  pen.moveBy(padding)
  pen.put(rule(pen.area.left, pen.area.right, pen.position(), ink.line))
}

function carryOver(pen: Pen, paper: Paper, columns: readonly Column[], look: Look, before: PaperRow | undefined) {
  if (before) drawCarried(pen, paper.carried.subtotal, before.sumSoFar)
  pen.turnOver()
  drawColumns(pen, columns, look)
  if (!before) return
  drawCarried(pen, paper.carried.carriedOver, before.sumSoFar)
  pen.put(rule(pen.area.left, pen.area.right, pen.position(), ink.line))
}

function drawCarried(pen: Pen, label: string, sum: string) {
  const [y, style] = [pen.position() + 12.5, { ...styles.row, colour: ink.second }]
  pen.put(textAt(pen.area.left, y, label, style), textBefore(pen.area.right, y, sum, style))
  pen.moveBy(carriedHeight)
}
