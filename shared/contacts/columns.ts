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

export type ListColumn = keyof typeof listColumns
export const allListColumns = Object.keys(listColumns) as ListColumn[]

const isListColumn = (name: string): name is ListColumn => name in listColumns

/** The columns that somebody chose, in the list's own order; names from another version are passed over. */
export const chosenColumns = (names: readonly string[]) => allListColumns.filter(column => names.filter(isListColumn).includes(column))

/** The mark, and a name with its avatar and a tag. */
const nameWidth = 50 + 220

/** As many of the columns as there is room for: the last ones give way. */
export function fittingColumns(columns: readonly ListColumn[], width: number) {
  let left = width - nameWidth
  return columns.filter(column => {
    left -= listColumns[column].width
    return left >= 0
  })
}
