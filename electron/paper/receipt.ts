import type { Paper, PaperRow, PaperSum } from '../../shared/paper/model.ts'
import { codeMarks } from './code.ts'
import { leading } from './ink.ts'
import type { Laid } from './letter.ts'
import { mm, rule, textAround, textAt, textBefore } from './marks.ts'
import { createPen, type Pen } from './pen.ts'
import { fitted, linesOf, widthOf, type Style } from './text.ts'

/** A roll has one colour, and its printer coarse dots. */
const black = '#000000'
const styles = {
  body: { size: 8.5, colour: black },
  small: { size: 7.5, colour: black },
  strong: { size: 11, colour: black, isBold: true },
} as const satisfies Record<string, Style>

const styleOf: Readonly<Record<PaperSum['kind'], Style>> = {
  plain: styles.body,
  part: styles.small,
  total: styles.strong,
  due: styles.strong,
}

/** A PDF has no longer page than 200 inches. */
const longest = 14_000

/** A document on the roll of a receipt printer: one sheet, as long as what is on it. */
export function receiptLayout(paper: Paper, millimetres: number): Laid {
  const width = mm(millimetres)
  const edge = mm(millimetres < 80 ? 3 : 4)
  const pen = createPen({ width, height: longest, left: edge, right: width - edge, top: mm(5), bottom: longest })
  drawShop(pen, paper)
  drawFacts(pen, paper)
  for (const row of paper.rows) {
    if (pen.room() < mm(100)) pen.turnOver()
    drawRow(pen, row)
  }
  divide(pen)
  paper.sums.forEach(sum => drawPair(pen, sum.label, sum.value, styleOf[sum.kind]))
  divide(pen)
  if (paper.payment) drawCode(pen, paper.payment.text, mm(30))
  for (const text of [...paper.notes, paper.footer].filter(Boolean)) {
    centred(pen, text, styles.small)
    pen.moveBy(4)
  }
  const sheets = pen.sheets()
  return { width, height: sheets.length > 1 ? longest : Math.ceil(pen.position() + mm(8)), sheets }
}

function drawShop(pen: Pen, { letterhead, foot, legal }: Paper) {
  centred(pen, letterhead, { ...styles.strong, size: 13 })
  const lines = foot.flatMap(({ kind, lines }) => (kind === 'bank' ? [] : lines)).filter(line => line !== letterhead)
  for (const line of [...lines, legal].filter(Boolean)) centred(pen, line, styles.small)
  divide(pen)
}

function drawFacts(pen: Pen, { title, subtitles, facts, recipient, header }: Paper) {
  for (const line of linesOf(title, styles.strong, widthIn(pen))) put(pen, line, styles.strong)
  for (const text of [...subtitles, ...(recipient ?? [])]) pen.flow(text, styles.body)
  if (header) pen.moveBy(4)
  if (header) pen.flow(header, styles.body)
  pen.moveBy(4)
  for (const { label, value } of facts) drawPair(pen, label, value.replace('\n', ' '), styles.small)
  divide(pen)
}

/** The name and what it comes to; below, how that came about. */
function drawRow(pen: Pen, { name, description, cells }: PaperRow) {
  const { quantity = '', price = '', discount = '', tax = '', amount = '' } = cells
  const [first = '', ...more] = linesOf(name, styles.body, widthIn(pen) - widthOf(amount, styles.body) - 8)
  drawPair(pen, first, amount, styles.body)
  for (const line of more) put(pen, line, styles.body)
  if (description) pen.flow(description, styles.small)
  put(pen, [`${quantity} × ${price}`, discount && `− ${discount}`, tax].filter(Boolean).join('   '), styles.small)
  pen.moveBy(3)
}

function drawPair(pen: Pen, label: string, value: string, style: Style) {
  const { left, right } = pen.area
  const base = pen.position() + style.size
  const shown = fitted(value, style, widthIn(pen), 5)
  const name = fitted(label, style, Math.max(20, widthIn(pen) - widthOf(shown.text, shown.style) - 6), 5)
  pen.put(textAt(left, base, name.text, name.style), textBefore(right, base, shown.text, shown.style))
  pen.moveBy(leading(style))
}

function drawCode(pen: Pen, text: string, size: number) {
  pen.moveBy(4)
  pen.put(...codeMarks(text, (pen.area.width - size) / 2, pen.position(), size))
  pen.moveBy(size + 10)
}

const widthIn = ({ area }: Pen) => area.right - area.left

function put(pen: Pen, line: string, style: Style) {
  pen.put(textAt(pen.area.left, pen.position() + style.size, line, style))
  pen.moveBy(leading(style))
}

function centred(pen: Pen, text: string, style: Style) {
  for (const line of linesOf(text, style, widthIn(pen))) {
    pen.put(textAround(pen.area.width / 2, pen.position() + style.size, line, style))
    pen.moveBy(leading(style))
  }
}

function divide(pen: Pen) {
  pen.put(rule(pen.area.left, pen.area.right, pen.position() + 4, black, { width: 0.6, dash: 1.5 }))
  pen.moveBy(9)
}
