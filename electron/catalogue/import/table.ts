import { AppError } from '../../../shared/errors.ts'
import { findHeader, guessColumns } from '../../../shared/catalogue/import/columns.ts'
import type { ListColumn, ListFile, ListKind } from '../../../shared/catalogue/import/model.ts'
import { withoutInvisible } from '../../../shared/imports/cells.ts'
import { createRecordReader, isBlank, isSeparatorLine, type BrokenRecord, type FileRecord } from '../../../shared/imports/records.ts'
import type { OfferedPath } from '../../handlers.ts'
import { readSource } from '../../imports/source.ts'
import { beginningOf, type Beginning } from '../../imports/understand.ts'

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
  const beginning = await beginningOf(file, options)
  const { records, broken } = beginning.isWhole ? beginning : await readAll(beginning, rowsAtMost[kind])
  const filled = records.filter(record => !isSeparatorLine(record) && !isBlank(record))
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
    ...{ encoding: beginning.encoding, delimiter: beginning.delimiter, broken, rows: filled.slice(header + 1) },
    columns: withFields(guessed, options.fields),
  }
}

function withFields(guessed: readonly ListColumn[], fields: ListFile['fields']) {
  if (!fields) return guessed
  if (fields.length !== guessed.length) throw new AppError('invalid', 'columnsDiffer', { columns: guessed.length, fields: fields.length })
  return guessed.map(({ header }, place) => ({ header, field: fields[place] ?? null }))
}

async function readAll(beginning: Beginning, atMost: number) {
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
    refuseMany(records, atMost)
  }
  reader.end()
  refuseMany(records, atMost)
  return { records, broken }
}

function refuseMany({ length }: readonly FileRecord[], maximum: number) {
  if (length > maximum) throw new AppError('invalid', 'tooManyProducts', { maximum })
}
