import type { Slip } from '../../shared/paper/model.ts'
import { codeMarks } from './code.ts'
import { mm, rule, textAround, textAt, textBefore, type Mark } from './marks.ts'
import { fitted, type Style } from './text.ts'

/** SIX, Style Guide QR-bill: a slip of 210 by 105 millimetres at the lower edge, the receipt at its left, the payment part at its right. */
export const slipHeight = mm(105)
const receiptWidth = 62
const black = '#000000'

type Place = Readonly<{ x: number; y: number; width: number }>
type Sizes = Readonly<{ heading: number; value: number; leading: number; gap: number; blank: readonly [number, number] }>
const receiptSizes: Sizes = { heading: 6, value: 8, leading: 9, gap: 9, blank: [52, 20] }
const partSizes: Sizes = { heading: 8, value: 10, leading: 11, gap: 11, blank: [65, 25] }

/** `top` is where the slip begins on its sheet, in points; all places below are millimetres from there. */
export function slipMarks(slip: Slip, top: number, width: number): Mark[] {
  const at = (x: number, y: number) => ({ x: mm(x), y: top + mm(y) })
  return [
    ...cutLines(slip, top, width),
    ...title(slip.words.receipt, at(5, 5)),
    ...information(slip, { ...at(5, 12), width: mm(52) }, receiptSizes),
    ...money(slip, at(5, 68), receiptSizes, mm(12)),
    textBefore(mm(57), top + mm(84), slip.words.acceptance, { size: 6, isBold: true, colour: black }),
    ...title(slip.words.paymentPart, at(67, 5)),
    ...codeWithCross(slip.code, mm(67), top + mm(17)),
    ...money(slip, at(67, 68), partSizes, mm(16)),
    ...information(slip, { ...at(118, 5), width: mm(87) }, partSizes),
  ]
}

function cutLines({ words }: Slip, top: number, width: number): Mark[] {
  const style: Style = { size: 7, colour: '#555555' }
  const x = mm(receiptWidth)
  return [
    rule(0, width, top, black, { width: 0.5, dash: 2 }),
    { kind: 'line', x1: x, y1: top, x2: x, y2: top + slipHeight, width: 0.5, colour: black, dash: 2 },
    textAround(width / 2, top - 4, words.separate, style),
    textAt(mm(8), top + 3.6, '✂', { size: 11, colour: black }),
  ]
}

const title = (text: string, { x, y }: { x: number; y: number }): Mark[] => [
  textAt(x, y + 11, text, { size: 11, isBold: true, colour: black }),
]

/** To whom, with which reference, from whom; whoever is not known writes their name into the box. */
function information(slip: Slip, { x, y, width }: Place, sizes: Sizes): Mark[] {
  const { words, debtor } = slip
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [words.account, [slip.account, ...slip.creditor]],
    [words.reference, [slip.reference].filter(Boolean)],
    [words.message, sizes === partSizes ? [slip.message].filter(Boolean) : []],
    [debtor ? words.payableBy : words.payableByBlank, debtor ?? []],
  ]
  const marks: Mark[] = []
  let base = y + sizes.heading
  for (const [heading, lines] of parts.filter(([, lines], place) => lines.length > 0 || place === 3)) {
    marks.push(textAt(x, base, heading, { size: sizes.heading, isBold: true, colour: black }))
    for (const { text, style } of lines.map(text => fitted(text, valueStyle(sizes), width, 6)))
      marks.push(textAt(x, (base += sizes.leading), text, style))
    base += sizes.gap + sizes.leading / 2
  }
  return debtor ? marks : [...marks, ...blank(x, base - sizes.gap - sizes.leading / 4, sizes.blank)]
}

const valueStyle = ({ value }: Sizes): Style => ({ size: value, colour: black })

function money({ words, currency, amount }: Slip, { x, y }: { x: number; y: number }, sizes: Sizes, to: number): Mark[] {
  const heading: Style = { size: sizes.heading, isBold: true, colour: black }
  const value = fitted(amount, valueStyle(sizes), mm(34), 6)
  const [first, second] = [y + sizes.heading, y + sizes.heading + sizes.leading + 1]
  return [
    ...[textAt(x, first, words.currency, heading), textAt(x + to, first, words.amount, heading)],
    ...[textAt(x, second, currency, valueStyle(sizes)), textAt(x + to, second, value.text, value.style)],
  ]
}

/** The corners of a box to write into. */
function blank(x: number, y: number, [width, height]: readonly [number, number]): Mark[] {
  const arm = mm(3)
  const line = (x1: number, y1: number, x2: number, y2: number): Mark => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    width: 0.75,
    colour: black,
    dash: 0,
  })
  return [
    [x, y, 1, 1],
    [x + mm(width), y, -1, 1],
    [x, y + mm(height), 1, -1],
    [x + mm(width), y + mm(height), -1, -1],
  ].flatMap(([cx = 0, cy = 0, right = 1, down = 1]) => [line(cx, cy, cx + right * arm, cy), line(cx, cy, cx, cy + down * arm)])
}

/** 46 millimetres, the cross of 7 in its middle. */
function codeWithCross(code: string, x: number, y: number): Mark[] {
  const unit = mm(7) / 19.8
  const [left, upper] = [x + mm(19.5), y + mm(19.5)]
  const box = (dx: number, dy: number, width: number, height: number, colour: string): Mark => ({
    ...{ kind: 'box', x: left + dx * unit, y: upper + dy * unit, width: width * unit, height: height * unit, colour },
  })
  return [
    ...codeMarks(code, x, y, mm(46)),
    box(0, 0, 19.8, 19.8, '#ffffff'),
    box(0.7, 0.7, 18.4, 18.4, black),
    box(8.3, 4, 3.3, 11, '#ffffff'),
    box(4.4, 7.9, 11, 3.3, '#ffffff'),
  ]
}
