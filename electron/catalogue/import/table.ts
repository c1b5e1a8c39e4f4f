import { AppError } from '../../../shared/errors.ts'
import { findHeader, guessColumns } from '../../../shared/catalogue/import/columns.ts'
import type { ProductColumn, ProductFile } from '../../../shared/catalogue/import/model.ts'
import type { BrokenRecord, FileRecord } from '../../../shared/imports/records.ts'
import type { OfferedPath } from '../../handlers.ts'
import type { Beginning } from '../../imports/understand.ts'
import { wholeTable } from '../../imports/whole-table.ts'

export type Table = Readonly<{
  encoding: Beginning['encoding']
  delimiter: Beginning['delimiter']
  columns: readonly ProductColumn[]
  rows: readonly FileRecord[]
  broken: readonly BrokenRecord[]
}>

/** More than any shop has on its shelves. */
const rowsAtMost = 100_000

/** The whole file as a table, whose header says what its columns mean. */
export async function readTable(file: OfferedPath, options: Omit<ProductFile, 'file' | 'counts'>): Promise<Table> {
  const { filled, broken, encoding, delimiter } = await wholeTable(file, options, {
    rows: rowsAtMost,
    refusal: () => new AppError('invalid', 'tooManyProducts', { maximum: rowsAtMost }),
  })
  const header = findHeader(filled.map(({ cells }) => cells))
  if (header < 0) throw new AppError('invalid', 'productsWithoutHeader')
  const guessed = guessColumns(filled[header]!.cells.map(cell => cell.trim()))
  return {
    ...{ encoding, delimiter, broken, rows: filled.slice(header + 1) },
    columns: withFields(guessed, options.fields),
  }
}

function withFields(guessed: readonly ProductColumn[], fields: ProductFile['fields']) {
  if (!fields) return guessed
  if (fields.length !== guessed.length) throw new AppError('invalid', 'columnsDiffer', { columns: guessed.length, fields: fields.length })
  return guessed.map(({ header }, place) => ({ header, field: fields[place] ?? null }))
}
