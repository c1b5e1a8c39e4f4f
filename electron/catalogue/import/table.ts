import { AppError } from '../../../shared/errors.ts'
import { findHeader, guessColumns } from '../../../shared/catalogue/import/columns.ts'
import type { ListColumn, ListFile, ListKind } from '../../../shared/catalogue/import/model.ts'
import type { BrokenRecord, FileRecord } from '../../../shared/imports/records.ts'
import type { OfferedPath } from '../../handlers.ts'
import type { Beginning } from '../../imports/understand.ts'
import { wholeTable } from '../../imports/whole-table.ts'

export type Table = Readonly<{
  encoding: Beginning['encoding']
  delimiter: Beginning['delimiter']
  columns: readonly ListColumn[]
  rows: readonly FileRecord[]
  broken: readonly BrokenRecord[]
}>

/** More than any shop has on its shelves, or does. */
const rowsAtMost = { products: 100_000, services: 2000 } as const satisfies Record<ListKind, number>

/** The whole file as a table, whose header says what its columns mean. */
export async function readTable(kind: ListKind, file: OfferedPath, options: Omit<ListFile, 'file' | 'counts'>): Promise<Table> {
  const rows = rowsAtMost[kind]
  const { filled, broken, encoding, delimiter } = await wholeTable(file, options, {
    rows,
    refusal: () => new AppError('invalid', 'tooManyRows', { maximum: rows }),
  })
  const header = findHeader(
    filled.map(({ cells }) => cells),
    kind,
  )
  if (header < 0) throw new AppError('invalid', `${kind}WithoutHeader`)
  const guessed = guessColumns(
    filled[header]!.cells.map(cell => cell.trim()),
    kind,
  )
  return {
    ...{ encoding, delimiter, broken, rows: filled.slice(header + 1) },
    columns: withFields(guessed, options.fields),
  }
}

function withFields(guessed: readonly ListColumn[], fields: ListFile['fields']) {
  if (!fields) return guessed
  if (fields.length !== guessed.length) throw new AppError('invalid', 'columnsDiffer', { columns: guessed.length, fields: fields.length })
  return guessed.map(({ header }, place) => ({ header, field: fields[place] ?? null }))
}
