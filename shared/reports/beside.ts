import type { Cell, ColumnType, Row } from './model.ts'
import type { Table } from './table.ts'

type Beside = Readonly<{ rows: Row[]; totals: Readonly<{ cells: Cell[]; before: Cell[] | null }> | null }>

/**
 * Two periods side by side. Parts of them are compared by their place, the first with the first; things by what they are, and what
 * there was only before has a row of its own, so that nothing that was lost is overlooked.
 */
export function beside(table: Table, before: Table | null, by: 'place' | 'key'): Beside {
  if (!before) {
    const rows = table.rows.map(row => ({ ...row, cells: [...row.cells], before: null }))
    return { rows, totals: table.totals && { cells: [...table.totals], before: null } }
  }
  const inColumns = columnsLike(table, before)
  const earlier = new Map(before.rows.map((row, place) => [by === 'key' ? row.key : place, row.cells]))
  // Of things all are known that there were; a longer period has parts that the other one does not reach.
  const without = by === 'key' ? emptyRow(table) : null
  const rows = table.rows.map((row, place): Row => {
    const cells = earlier.get(by === 'key' ? row.key : place)
    return { ...row, cells: [...row.cells], before: cells ? inColumns(cells) : without }
  })
  const totals = table.totals ?? (before.totals && emptyRow(table))
  return {
    rows: by === 'key' && table.all === table.rows.length ? [...rows, ...gone(table, before, inColumns)] : rows,
    totals: totals && { cells: [...totals], before: before.totals && inColumns(before.totals) },
  }
}

/** The other period's cells below the columns of this one, which may be others. */
function columnsLike(table: Table, before: Table) {
  const places = table.columns.map(({ key }) => before.columns.findIndex(column => column.key === key))
  return (cells: readonly Cell[]) => places.map(place => cells[place] ?? null)
}

const gone = (table: Table, before: Table, inColumns: (cells: readonly Cell[]) => Cell[]): Row[] => {
  const there = new Set(table.rows.map(({ key }) => key))
  return before.rows.filter(({ key }) => !there.has(key)).map(row => ({ ...row, cells: emptyRow(table), before: inColumns(row.cells) }))
}

const emptyRow = ({ columns }: Table) => columns.map(({ type }) => nothingOf(type))

/** What there is of a figure where there is nothing at all: a share of it cannot be told. */
export const nothingOf = (type: ColumnType): Cell => (counts(type) ? 0 : null)
const counts = (type: ColumnType) => type === 'money' || type === 'number' || type === 'decimal' || type === 'minutes'
