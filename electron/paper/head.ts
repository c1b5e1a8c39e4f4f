import type { Fact, Paper } from '../../shared/paper/model.ts'
import { ink, styles } from './ink.ts'
import { mm, rule, textAt, textBefore, type Mark } from './marks.ts'
import type { Pen } from './pen.ts'
import { slipHeight } from './slip.ts'
import { fitted, linesOf } from './text.ts'
import type { Look } from './look.ts'

/** Where DIN 5008 B wants things: what stands there is seen through the window of an envelope. */
const window = { left: mm(25), width: mm(80), recipient: mm(62.7), facts: mm(125), factsFrom: mm(50), text: mm(98.5) }
const factsLabel = mm(28)

/** The first sheet down to where the lines begin. */
export function drawHead(pen: Pen, paper: Paper, look: Look) {
  const { area, put } = pen
  put(...letterhead(paper, look, area.right))
  const factsEnd = drawFacts(pen, paper.facts, window.factsFrom)
  if (paper.recipient) put(...recipientMarks(paper.recipient, paper.sender), ...foldMarks(area.height, paper.slip ? slipHeight : 0))
  pen.moveTo(paper.recipient ? Math.max(window.text, factsEnd + 18) : window.factsFrom)
  drawTitle(pen, paper, paper.recipient ? area.right - area.left : window.facts - area.left - mm(8))
  if (!paper.recipient) pen.moveTo(Math.max(pen.position(), factsEnd + 6))
  if (paper.header) {
    pen.moveBy(4)
    pen.flow(paper.header, styles.body)
  }
  pen.moveBy(14)
}

function letterhead({ letterhead }: Paper, { colour, logo }: Look, right: number): Mark[] {
  if (logo) return [{ kind: 'picture', x: window.left, y: mm(12), width: mm(70), height: mm(20), source: logo }]
  const name = fitted(letterhead, { size: 17, isBold: true, colour }, right - window.left, 9)
  return [textAt(window.left, mm(22), name.text, name.style)]
}

/** Seven lines fit; more of them begin higher up. */
function recipientMarks(lines: readonly string[], sender: string): Mark[] {
  const style = { size: 10, colour: ink.full }
  const fits = lines.flatMap(line => linesOf(line, style, window.width)).slice(0, 9)
  const height = fits.length > 6 ? 12 : 13.5
  const top = window.recipient - Math.max(0, fits.length - 6) * height
  const from = fitted(sender, { size: 6.5, colour: ink.third }, window.width, 5)
  return [
    textAt(window.left, top - 6, from.text, from.style),
    ...fits.map((line, index) => textAt(window.left, top + 10 + index * height, line, style)),
  ]
}

function drawFacts({ put, area }: Pen, facts: readonly Fact[], top: number) {
  let y = top
  for (const { label, value } of facts) {
    const lines = linesOf(value, styles.row, area.right - window.facts - factsLabel)
    const name = fitted(label, styles.label, factsLabel - 6, 6)
    put(textAt(window.facts, y + 9, name.text, name.style))
    lines.forEach((line, index) => put(textAt(window.facts + factsLabel, y + 9 + index * 12, line, styles.row)))
    y += lines.length * 12 + 3
  }
  return y
}

function drawTitle(pen: Pen, { title, subtitles }: Paper, width: number) {
  const style = { size: 19, isBold: true, colour: ink.full }
  const { text, style: fitting } = fitted(title, style, width, 12)
  pen.put(textAt(pen.area.left, pen.position() + 17, text, fitting))
  pen.moveBy(28)
  for (const subtitle of subtitles) {
    pen.flow(subtitle, { size: 10, colour: ink.second }, { width })
    pen.moveBy(2)
  }
}

/** Two folds and the middle, at the edge of an A4 sheet; nothing may be printed into a slip. */
function foldMarks(height: number, slip: number): Mark[] {
  if (height < mm(290)) return []
  return [mm(105), mm(148.5), mm(210)]
    .filter(y => y < height - slip)
    .map((y, index) => rule(mm(4), mm(index === 1 ? 9 : 7), y, ink.lineStrong, { width: 0.3 }))
}

/** Over what goes on from the sheet before. */
export function continuedHead({ letterhead, title }: Paper, { colour }: Look, { left, right }: Pen['area']): Mark[] {
  const style = { size: 8.5, isBold: true, colour }
  const name = fitted(letterhead, style, (right - left) / 2, 6)
  return [textAt(left, mm(19), name.text, name.style), textBefore(right, mm(19), title, styles.label), rule(left, right, mm(22), ink.line)]
}
