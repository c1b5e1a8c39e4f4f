import type { Cell, Report } from '../../shared/reports/model.ts'

/** The rows by their names, each with its cells by the names of their columns. */
export const byName = ({ columns, rows }: Report) => Object.fromEntries(rows.map(({ label, cells }) => [label, named(columns, cells)]))

export const byKey = ({ columns, rows }: Report) => Object.fromEntries(rows.map(({ key, cells }) => [key, named(columns, cells)]))

export const totalOf = ({ columns, totals }: Report) => (totals ? named(columns, totals.cells) : null)

const named = (columns: Report['columns'], cells: readonly Cell[]) =>
  Object.fromEntries(columns.map(({ key }, place) => [key, cells[place]!]))

/** One column of a report, without the rows in which there is nothing. */
export function column(report: Report, key: string) {
  const place = report.columns.findIndex(column => column.key === key)
  return Object.fromEntries(report.rows.map(row => [row.key, row.cells[place]!] as const).filter(([, cell]) => cell !== 0))
}

/** Sums of things by a key, without those that come to nothing. */
export function sums<T>(things: readonly T[], keyOf: (thing: T) => string, valueOf: (thing: T) => number) {
  const found = new Map<string, number>()
  for (const thing of things) found.set(keyOf(thing), (found.get(keyOf(thing)) ?? 0) + valueOf(thing))
  return Object.fromEntries([...found].filter(([, sum]) => sum !== 0))
}
