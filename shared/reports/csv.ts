import { guardText } from '../csv/guard.ts'
import { decimalText, shortText } from '../einvoice/decimal.ts'
import { decimalsOf } from '../money.ts'
import type { Cell, ColumnType, Report } from './model.ts'

/** How numbers are written: without a sign of the currency, without anything between thousands. */
type Writing = Readonly<{ decimalMark: '.' | ','; currency: string }>

/** A number as a spreadsheet reads it. Minutes are hours there, for they are added up; a percentage is its own number, 12.5 for 12.5 %. */
function cellText(cell: Cell, type: ColumnType, { decimalMark, currency }: Writing) {
  if (cell === null) return ''
  if (typeof cell === 'string') return guardText(cell)
  const texts: Record<ColumnType, () => string> = {
    money: () => decimalText(cell, decimalsOf(currency)),
    percent: () => shortText(cell, 2),
    decimal: () => shortText(cell, 3),
    minutes: () => shortText(Math.round((cell * 100) / 60), 2),
    number: () => String(cell),
    text: () => guardText(String(cell)),
    date: () => String(cell),
  }
  return texts[type]().replace('.', decimalMark)
}

/** In a file, too, somebody reads of whom it tells. */
const headingOf = ({ heading, narrowed }: Report) => (narrowed.length === 0 ? heading : `${heading} (${narrowed.join(', ')})`)

type Words = Readonly<{ total: string; before: (column: string) => string }>

/** The rows of a report below their header, days as spreadsheets know and sort them; beside each column what it was in the period that is compared with. */
export function* csvRows(report: Report, words: Words, decimalMark: '.' | ','): Generator<string[]> {
  const { group, columns, rows, totals, compared, currency } = report
  const writing = { decimalMark, currency }
  const written = (cells: readonly Cell[], before: readonly Cell[] | null) =>
    columns.flatMap(({ type }, place) => {
      const now = cellText(cells[place] ?? null, type, writing)
      return compared ? [now, cellText(before?.[place] ?? null, type, writing)] : [now]
    })
  const heads = columns.flatMap(({ label }) => (compared ? [label, words.before(label)] : [label]))
  yield [headingOf(report), ...heads].map(guardText)
  for (const { key, label, cells, before } of rows) yield [group === 'day' ? key : guardText(label), ...written(cells, before)]
  if (totals) yield [words.total, ...written(totals.cells, totals.before)]
}
