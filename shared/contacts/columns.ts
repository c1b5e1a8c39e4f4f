import type { Field } from '../fields/model.ts'
import type { SortKey } from './model.ts'

/** The list's columns beside the name, each with the width it needs and the order that its head asks for. */
export const listColumns = {
  organization: { width: 160, sort: 'organization' },
  phone: { width: 138, sort: null },
  email: { width: 216, sort: null },
  locality: { width: 116, sort: null },
  birthday: { width: 110, sort: null },
  source: { width: 120, sort: null },
  followUp: { width: 124, sort: null },
  created: { width: 132, sort: 'created' },
  changed: { width: 132, sort: 'changed' },
} as const satisfies Record<string, { width: number; sort: SortKey | null }>

export type OwnColumn = keyof typeof listColumns
/** `custom.3` is the shop's field with the id 3. */
export type CustomColumn = `custom.${number}`
export type ListColumn = OwnColumn | CustomColumn
const ownColumns = Object.keys(listColumns) as OwnColumn[]
const customWidth = 124

export const allListColumns = (fields: readonly Pick<Field, 'id'>[]): ListColumn[] => [
  ...ownColumns,
  ...fields.map(({ id }): CustomColumn => `custom.${id}`),
]

/** The field behind a column; null for the columns that every shop has. */
export const fieldIdOf = (column: string) => (column.startsWith('custom.') ? column.slice('custom.'.length) : null)
export const isOwnColumn = (column: string): column is OwnColumn => Object.hasOwn(listColumns, column)
export const columnWidth = (column: ListColumn) => (isOwnColumn(column) ? listColumns[column].width : customWidth)
export const columnSort = (column: ListColumn) => (isOwnColumn(column) ? listColumns[column].sort : null)

/** The columns that somebody chose, in the list's own order; names from another version are passed over. */
export const chosenColumns = (names: readonly string[], fields: readonly Pick<Field, 'id'>[]) =>
  allListColumns(fields).filter(column => names.includes(column))

/** The mark, and a name with its avatar and a tag. */
const nameWidth = 50 + 220

/** As many of the columns as there is room for: the last ones give way. */
export function fittingColumns(columns: readonly ListColumn[], width: number) {
  let left = width - nameWidth
  return columns.filter(column => {
    left -= columnWidth(column)
    return left >= 0
  })
}
