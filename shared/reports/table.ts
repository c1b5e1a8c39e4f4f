import type { ClientGroup } from './clients.ts'
import type { Cell, Chart, ColumnType, Link } from './model.ts'

/** What is known of a row or of all of them, by name; whatever a column shows is made of these. */
export type Figures<F extends string> = Readonly<Record<F, number>>

export type ColumnOf<F extends string> = Readonly<{
  key: string
  type: ColumnType
  /** What it is called, where that is not the same in every answer. */
  label?: string
  /** Of the row's figures; of those of all where a share of them is meant. */
  value: (figures: Figures<F>, all: Figures<F>) => Cell
}>
export type Line<F extends string> = Readonly<{ key: string; label: string; short?: string; link?: Link | null; figures: Figures<F> }>

/** A report's answer before it is put into words and set beside another. */
export type Table = Readonly<{
  /** What it is called and what its rows are, where the report's own words do not say it. */
  title?: string
  heading?: string
  columns: readonly Readonly<{ key: string; type: ColumnType; label?: string }>[]
  rows: readonly Readonly<{ key: string; label: string; short: string; link: Link | null; cells: readonly Cell[] }>[]
  totals: readonly Cell[] | null
  all: number
  chart: Chart | null
  remarks: readonly string[]
  /** Why there is nothing to tell, where that has a reason of its own. */
  emptyBecause: string | null
  /** Groups of clients that it tells of, and that the list of contacts can show. */
  groups: readonly ClientGroup[]
}>

type Laid<F extends string> = Readonly<{
  columns: readonly ColumnOf<F>[]
  lines: readonly Line<F>[]
  /** Left out, the sums of the lines. */
  total?: Figures<F>
  /** What shares are of, where that is more than the total; left out, the total. */
  whole?: Figures<F> | undefined
  all?: number
  chart?: Chart | null
  remarks?: readonly string[]
  emptyBecause?: string | null
  groups?: readonly ClientGroup[]
}>

/** Rows and totals are made by the same columns, so that a share or an average is never a sum of shares or averages. */
export function tableOf<F extends string>(laid: Laid<F>): Table {
  const { columns, lines, all, chart = null, remarks = [], emptyBecause = null, groups = [] } = laid
  const total = laid.total ?? sumOf(lines.map(({ figures }) => figures))
  const whole = laid.whole ?? total
  const cellsOf = (figures: Figures<F>) => columns.map(({ value }) => value(figures, whole))
  return {
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: lines.map(({ key, label, short = label, link = null, figures }) => ({ key, label, short, link, cells: cellsOf(figures) })),
    totals: lines.length > 0 ? cellsOf(total) : null,
    all: all ?? lines.length,
    ...{ chart, remarks, emptyBecause, groups },
  }
}

/** Figure by figure. Of nothing there is nothing to say, and every figure is missing: ask for `lines` first. */
export function sumOf<F extends string>(figures: readonly Figures<F>[]): Figures<F> {
  const sums: Record<string, number> = {}
  for (const one of figures) for (const [name, value] of Object.entries<number>(one)) sums[name] = (sums[name] ?? 0) + value
  // Every line has the same names.
  return sums as Figures<F>
}

/** In hundredths of a percent; a share of nothing cannot be told. */
export const shareOf = (part: number, whole: number) => (whole === 0 ? null : Math.round((part * 10_000) / whole))

/** To the nearest whole, halves away from zero; an average of nothing cannot be told. */
export const averageOf = (sum: number, count: number) => (count === 0 ? null : Math.sign(sum) * Math.round(Math.abs(sum) / count))

/** The same in thousandths. */
export const decimalOf = (sum: number, count: number) => (count === 0 ? null : Math.round((sum * 1000) / count))
