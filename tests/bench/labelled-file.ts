import { basename } from 'node:path'
import { readFileSync } from 'node:fs'
import { understand } from '../../electron/imports/understand.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import { guessFields } from '../../shared/imports/columns.ts'
import { createRecordReader, isBlank, type FileRecord } from '../../shared/imports/records.ts'
import { noDefaults } from '../../shared/imports/defaults.ts'
import { createRowReader, type ImportedContact } from '../../shared/imports/row.ts'

/** `contact` is null where the row names nobody. */
export type Labelled = { contact: ImportedContact | null; truth: string }
type Options = { file: string; truth: string; pattern?: string; ignored: readonly string[]; country: string; today: string }

/** A file whose rows say who is the same person, read as an import reads it; what its columns mean is guessed without the answer. */
export async function readLabelled({ file, truth, pattern, ignored, country, today }: Options) {
  const understood = await understand({ path: file, name: basename(file), purpose: 'read' }, {}, { country, fields: [] })
  const { headers, headerLine, delimiter, encoding, dateOrders } = understood
  const answer = headers.indexOf(truth)
  if (answer < 0) throw new Error(`${file} has no column ${truth}: ${headers.join(', ')}`)
  const records = recordsOf(file, encoding, delimiter).filter(record => record.line > headerLine && !isBlank(record))
  const hidden = headers.map((header, column) => column === answer || ignored.includes(header))
  const fields = guessWithout(hidden, headers, records)
  const read = createRowReader({ fields, dateOrders, country, today, tags: [], own: [], headers: [], defaults: noDefaults, isOwn: false })
  const expression = pattern === undefined ? null : new RegExp(pattern)
  const rows = records.map(({ cells }): Labelled => ({
    contact: read(cells).contact,
    truth: truthOf(cells[answer]?.trim() ?? '', expression),
  }))
  return {
    rows,
    columns: headers.map((header, column) => ({ header, field: fields[column] ?? null })),
    left: rows.filter(({ contact }) => !contact).length,
  }
}

function recordsOf(file: string, encoding: string, delimiter: string) {
  const records: FileRecord[] = []
  const reader = createRecordReader({ delimiter, onRecord: record => void records.push(record), onBroken: () => undefined })
  reader.push(withoutInvisible(new TextDecoder(encoding).decode(readFileSync(file))))
  reader.end()
  return records
}

function guessWithout(hidden: readonly boolean[], headers: readonly string[], records: readonly FileRecord[]) {
  const shown = headers.map((_, column) => column).filter(column => !hidden[column])
  const rows = records.slice(0, 500).map(({ cells }) => shown.map(column => cells[column] ?? ''))
  const guessed = guessFields(
    shown.map(column => headers[column]!),
    rows,
    shown.length,
  )
  return headers.map((_, column) => (hidden[column] ? null : (guessed[shown.indexOf(column)] ?? null)))
}

function truthOf(value: string, pattern: RegExp | null) {
  if (!pattern) return value
  const match = pattern.exec(value)
  return match?.[1] ?? match?.[0] ?? value
}
