import { AppError } from '../../../shared/errors.ts'
import { findHeader, guessColumns } from '../../../shared/catalogue/import/columns.ts'
import type { ProductColumn, ProductFile } from '../../../shared/catalogue/import/model.ts'
import { withoutInvisible } from '../../../shared/imports/cells.ts'
import { createRecordReader, isBlank, isSeparatorLine, type BrokenRecord, type FileRecord } from '../../../shared/imports/records.ts'
import type { OfferedPath } from '../../handlers.ts'
import { readSource } from '../../imports/source.ts'
import { beginningOf, type Beginning } from '../../imports/understand.ts'

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
  const beginning = await beginningOf(file, options)
  const { records, broken } = beginning.isWhole ? beginning : await readAll(beginning)
  const filled = records.filter(record => !isSeparatorLine(record) && !isBlank(record))
  const header = findHeader(filled.map(({ cells }) => cells))
  if (header < 0) throw new AppError('invalid', 'productsWithoutHeader')
  const guessed = guessColumns(filled[header]!.cells.map(cell => cell.trim()))
  return {
    ...{ encoding: beginning.encoding, delimiter: beginning.delimiter, broken, rows: filled.slice(header + 1) },
    columns: withFields(guessed, options.fields),
  }
}

function withFields(guessed: readonly ProductColumn[], fields: ProductFile['fields']) {
  if (!fields) return guessed
  if (fields.length !== guessed.length) throw new AppError('invalid', 'columnsDiffer', { columns: guessed.length, fields: fields.length })
  return guessed.map(({ header }, place) => ({ header, field: fields[place] ?? null }))
}

async function readAll(beginning: Beginning) {
  const records: FileRecord[] = []
  const broken: BrokenRecord[] = []
  const reader = createRecordReader({
    delimiter: beginning.delimiter,
    onRecord: record => records.push(record),
    onBroken: one => broken.push(one),
  })
  for await (const piece of readSource(beginning)) {
    if ('records' in piece) records.push(...piece.records)
    else reader.push(withoutInvisible(piece.text))
    if (records.length > rowsAtMost) throw new AppError('invalid', 'tooManyProducts', { maximum: rowsAtMost })
  }
  reader.end()
  return { records, broken }
}
