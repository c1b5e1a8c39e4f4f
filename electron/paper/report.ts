import type { Cell, Report } from '../../shared/reports/model.ts'
import { createCellWriter } from '../../shared/reports/written.ts'
import type { Language } from '../../shared/settings/model.ts'
import { localeOf, textIn } from '../texts.ts'
import { ink, leading } from './ink.ts'
import { mm, rule, textAt, textBefore, type Mark, type Sheet } from './marks.ts'
import { createPen, type Area, type Pen } from './pen.ts'
import { pdfOfSheets, type Pdf } from './pdf.ts'
import { linesOf, widthOf, type Style } from './text.ts'

/** `shown` says of which days, and what it is compared with. */
type Printed = Readonly<{ report: Report; language: Language; business: string; shown: string; moment: Date; paper: 'A4' | 'LETTER' }>
type Column = Readonly<{ label: string; width: number; cells: readonly string[]; isText: boolean }>

const [gap, margin, rowPadding] = [12, mm(15), 4]
const nameWidth = { least: 110, most: 260 } as const
/** Texts beside the names; what is longer takes another line. */
const textWidth = 150
const title: Style = { size: 15, colour: ink.full, isBold: true }
const quiet: Style = { size: 8, colour: ink.third }
const sizes = { A4: [595.28, 841.89], LETTER: [612, 792] } as const
/** As large as fits: a table of many columns is written smaller. */
const fonts = [9, 8, 7, 6, 5] as const

/** A report as a table, lying on its side where it is wide. */
export async function reportPdf(printed: Printed): Promise<Pdf> {
  const { report, language, business, moment } = printed
  const laid = layOut(printed)
  const sheets = laid.sheets.map((sheet, index) => [...sheet, ...footOf(laid, index, printed)])
  return pdfOfSheets({ ...laid, sheets }, { title: report.title, author: business, language, moment })
}

type Laid = Readonly<{ width: number; height: number; sheets: readonly Sheet[]; area: Area }>

function layOut(printed: Printed): Laid {
  const { report, business, shown } = printed
  const { area, columns, size } = fitted(printed)
  const style: Style = { size, colour: ink.full }
  const pen = createPen(area)
  pen.flow(business, quiet)
  pen.flow(report.title, title)
  pen.flow(shown, quiet)
  for (const remark of report.remarks) pen.flow(remark, quiet)
  pen.moveBy(8)
  const labels = [...report.rows.map(({ label }) => label), ...(report.totals ? [textIn(printed.language, 'reports.total')] : [])]
  drawHead(pen, report.heading, columns)
  labels.forEach((label, row) => {
    const isTotal = report.totals !== null && row === labels.length - 1
    drawRow(pen, label, columns, { row, style: isTotal ? { ...style, isBold: true } : style, heading: report.heading })
  })
  return { width: area.width, height: area.height, sheets: pen.sheets(), area }
}

/** Upright where the columns have their place, else on its side; smaller where that is not enough. */
function fitted({ report, language, paper }: Printed) {
  const write = createCellWriter(localeOf(language), report.currency)
  const all = [...report.rows.map(({ cells }) => cells), ...(report.totals ? [report.totals.cells] : [])]
  const areas = [areaOf(sizes[paper][0], sizes[paper][1]), areaOf(sizes[paper][1], sizes[paper][0])]
  const measured = fonts.flatMap(size => {
    const columns = report.columns.map(({ label, type }, place) =>
      columnOf(
        { label, isText: type === 'text' },
        cellsIn(all, place, cell => write(cell, type)),
        size,
      ),
    )
    const needed = nameWidth.least + columns.reduce((sum, { width }) => sum + width + gap, 0)
    return areas.map(area => ({ area, columns, size, fits: needed <= area.right - area.left }))
  })
  return measured.find(({ fits }) => fits) ?? measured.at(-1)!
}

const cellsIn = (rows: readonly (readonly Cell[])[], place: number, write: (cell: Cell) => string) =>
  rows.map(cells => write(cells[place] ?? null))

const columnOf = ({ label, isText }: Pick<Column, 'label' | 'isText'>, cells: readonly string[], size: number): Column => {
  const style = { size, colour: ink.full, isBold: true }
  const width = Math.max(widthOf(label, { ...style, size: Math.min(size, quiet.size) }), ...cells.map(cell => widthOf(cell, style)))
  return { label, isText, cells, width: isText ? Math.min(width, textWidth) : width }
}

const areaOf = (width: number, height: number): Area => ({
  ...{ width, height, left: margin, right: width - margin, top: margin, bottom: height - margin - 14 },
})

/** From the right edge to the left, each with its right end. */
function placed({ area }: Pen, columns: readonly Column[]) {
  let right = area.right
  return columns.toReversed().map(column => {
    const end = right
    right -= column.width + gap
    return { ...column, end }
  })
}

function drawHead(pen: Pen, heading: string, columns: readonly Column[]) {
  const y = pen.position() + quiet.size
  pen.put(textAt(pen.area.left, y, heading, quiet), ...placed(pen, columns).map(column => written(column, y, column.label, quiet)))
  pen.moveBy(leading(quiet) + 3)
  pen.put(rule(pen.area.left, pen.area.right, pen.position(), ink.lineStrong, { width: 1 }))
}

/** Texts begin where their column does, numbers end where it ends. */
const written = ({ end, width, isText }: Column & { end: number }, y: number, text: string, style: Style): Mark =>
  isText ? textAt(end - width, y, text, style) : textBefore(end, y, text, style)

function drawRow(
  pen: Pen,
  label: string,
  columns: readonly Column[],
  { row, style, heading }: { row: number; style: Style; heading: string },
) {
  const right = pen.area.right - columns.reduce((sum, { width }) => sum + width + gap, 0)
  const lines = linesOf(label, style, Math.min(nameWidth.most, right - pen.area.left))
  const cells = placed(pen, columns).map(column => ({ column, lines: cellLines(column, row, style) }))
  const height = Math.max(lines.length, ...cells.map(({ lines }) => lines.length)) * leading(style) + 2 * rowPadding
  if (height > pen.room()) {
    pen.turnOver()
    drawHead(pen, heading, columns)
  }
  const y = pen.position() + rowPadding + style.size
  const below = (place: number) => y + place * leading(style)
  const names = lines.map((line, place): Mark => textAt(pen.area.left, below(place), line, style))
  pen.put(...names, ...cells.flatMap(({ column, lines }) => lines.map((line, place) => written(column, below(place), line, style))))
  pen.moveBy(height)
  pen.put(rule(pen.area.left, pen.area.right, pen.position(), ink.line))
}

const cellLines = ({ cells, isText, width }: Column, row: number, style: Style) =>
  isText ? linesOf(cells[row]!, style, width) : [cells[row]!]

function footOf({ area, sheets }: Laid, index: number, { language }: Printed): Mark[] {
  const page = textIn(language, 'reports.page', { page: index + 1, pages: sheets.length })
  return [textBefore(area.right, area.height - margin + 4, page, quiet)]
}
