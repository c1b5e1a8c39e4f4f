import type { CardPaper } from '../../shared/paper/card.ts'
import { codeMarks } from './code.ts'
import { ink, leading } from './ink.ts'
import type { Laid } from './letter.ts'
import { mm, textAt, type Mark } from './marks.ts'
import { linesOf, printable, widthOf, type Style } from './text.ts'

/** A6 lying: fits a shop's envelope, and four of them a sheet. */
const [width, height] = [mm(148), mm(105)]
const margin = mm(10)
const band = mm(46)
const codeSize = mm(30)

/** A band in the shop's colour with what it is worth, below it the code by letters and to scan. */
export function layCard(card: CardPaper, colour: string): Laid {
  const onBand = isLight(colour) ? ink.full : '#ffffff'
  const besideCode = width - 3 * margin - codeSize
  return {
    ...{ width, height },
    sheets: [
      [
        { kind: 'box', x: 0, y: 0, width, height: band, colour },
        textAt(margin, margin + 9, card.shop, { size: 11, isBold: true, colour: onBand }),
        textAt(margin, band - mm(20), card.title, { size: 11, colour: onBand }),
        fitted(card.worth, band - margin + 3, width - 2 * margin, onBand),
        ...codeMarks(card.scanned, width - margin - codeSize, band + mm(9), codeSize),
        ...words(card, besideCode),
        fitted(card.foot, height - mm(5.5), width - 2 * margin, ink.third, 7),
      ],
    ],
  }
}

function words({ holder, code, notes }: CardPaper, room: number): Mark[] {
  const from = band + mm(13)
  const noteStyle: Style = { size: 8, colour: ink.second }
  const lines = notes.flatMap(note => linesOf(note, noteStyle, room))
  return [
    ...(holder ? [fitted(holder, from, room, ink.full, 12, true)] : []),
    fitted(code, from + mm(9), room, ink.full, 15, true),
    ...lines.map((line, index) => textAt(margin, from + mm(16) + index * leading(noteStyle), line, noteStyle)),
  ]
}

/** One line, as large as it may be and still fits. */
function fitted(text: string, y: number, room: number, colour: string, most = 30, isBold = most > 12): Mark {
  const line = printable(text).join(' ')
  const natural = widthOf(line, { size: most, isBold, colour })
  return textAt(margin, y, line, { size: natural > room ? (most * room) / natural : most, isBold, colour })
}

/** Where white letters would not be read (relative luminance as WCAG has it, without its gamma's last digit). */
function isLight(colour: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => (Number.parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.3
}
