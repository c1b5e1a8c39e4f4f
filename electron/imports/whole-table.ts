import type { AppError } from '../../shared/errors.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import type { ImportOptions } from '../../shared/imports/model.ts'
import { createRecordReader, isBlank, isSeparatorLine, type BrokenRecord, type FileRecord } from '../../shared/imports/records.ts'
import type { OfferedPath } from '../handlers.ts'
import { readSource } from './source.ts'
import { beginningOf, type Beginning } from './understand.ts'

type Options = Pick<ImportOptions, 'encoding' | 'delimiter'>
/** How many rows are taken, and what is said where there are more. */
type Limit = Readonly<{ rows: number; refusal(): AppError }>

/** All rows of a file that is small enough to be held: those that are filled, and those whose cells cannot be told apart. */
export async function wholeTable(file: OfferedPath, options: Options, limit: Limit) {
  const beginning = await beginningOf(file, options)
  const { records, broken } = beginning.isWhole ? beginning : await readAll(beginning, limit)
  const filled = records.filter(record => !isSeparatorLine(record) && !isBlank(record))
  return { encoding: beginning.encoding, delimiter: beginning.delimiter, filled, broken }
}

async function readAll(beginning: Beginning, limit: Limit) {
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
    if (records.length > limit.rows) throw limit.refusal()
  }
  reader.end()
  return { records, broken }
}
