import type { CanvasElement, Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { ascent, faces, fileOf } from './fonts.ts'
import type { Laid } from './letter.ts'
import type { Mark, Sheet } from './marks.ts'

export const fontDescriptors = Object.fromEntries(
  faces.map(face => [face, { normal: fileOf(face, false), bold: fileOf(face, true) }] as const),
)

/** The sheets as pdfmake takes them: everything has its place already. */
export const definitionOf = ({ width, height, sheets }: Laid): TDocumentDefinitions => ({
  pageSize: { width, height },
  pageMargins: 0,
  defaultStyle: { font: 'Inter', lineHeight: 1 },
  content: sheets.map((sheet, index) => ({ stack: contentOf(sheet), ...(index > 0 && { pageBreak: 'before' as const }) })),
})

/** Lines and boxes lie below the texts, all of a sheet as one drawing. */
function contentOf(sheet: Sheet): Content[] {
  const canvas = sheet.flatMap(drawn)
  const drawing: Content[] = canvas.length > 0 ? [{ canvas, absolutePosition: { x: 0, y: 0 } }] : []
  return [...drawing, ...sheet.flatMap(written)]
}

function drawn(mark: Mark): CanvasElement[] {
  if (mark.kind === 'line') {
    const { x1, y1, x2, y2, width, colour, dash } = mark
    return [{ type: 'line', x1, y1, x2, y2, lineWidth: width, lineColor: colour, ...(dash && { dash: { length: dash } }) }]
  }
  if (mark.kind !== 'box') return []
  const { x, y, width, height, colour } = mark
  return [{ type: 'rect', x, y, w: width, h: height, color: colour, lineWidth: 0 }]
}

function written(mark: Mark): Content[] {
  if (mark.kind === 'picture') {
    const { x, y, width, height, source } = mark
    return [{ image: source, fit: [width, height], absolutePosition: { x, y } }]
  }
  if (mark.kind !== 'text' || mark.runs.length === 0) return []
  const { x, y, runs, style } = mark
  const { size, isBold = false, colour } = style
  const above = Math.max(...runs.map(({ face }) => ascent(face, isBold))) * size
  return [
    {
      text: runs.map(({ text, face }) => ({ text, font: face })),
      ...{ fontSize: size, bold: isBold, color: colour, noWrap: true, preserveLeadingSpaces: true, preserveTrailingSpaces: true },
      absolutePosition: { x, y: y - above },
    },
  ]
}
