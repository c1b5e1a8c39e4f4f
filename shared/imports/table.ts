import { isDateLike, isEmailLike, isPhoneLike, readContent } from './content.ts'
import { readValue } from './cells.ts'
import { readHeader } from './header.ts'
import { delimiters } from './model.ts'
import { createRecordReader, isBlank, type BrokenRecord, type FileRecord } from './records.ts'

type Delimiter = (typeof delimiters)[number]
export type Sample = { records: FileRecord[]; broken: BrokenRecord[] }

/** The records at the beginning of a file. Its last one is left out where the text is not the whole file. */
export function readSample(text: string, delimiter: string, isWhole: boolean): Sample {
  const sample: Sample = { records: [], broken: [] }
  const reader = createRecordReader({
    delimiter,
    onRecord: record => sample.records.push(record),
    onBroken: broken => sample.broken.push(broken),
  })
  reader.push(text)
  if (isWhole) reader.end()
  return sample
}

/** `sep=;` in the first line is for Excel, and says it all. */
export const separatorLine = (text: string) => /^sep=(.)\r?\n/i.exec(text)?.[1] ?? null

/** The one that gives most rows the same number of cells, and headers that mean something. */
export function guessDelimiter(text: string, isWhole: boolean): Delimiter {
  const said = delimiters.find(delimiter => delimiter === separatorLine(text))
  if (said) return said
  const scored = delimiters.map(delimiter => ({ delimiter, score: consistency(readSample(text, delimiter, isWhole)) }))
  return scored.reduce((best, other) => (other.score > best.score ? other : best)).delimiter
}

function consistency({ records }: Sample) {
  const rows = records.filter(record => !isBlank(record)).slice(0, 200)
  const counts = rows.map(({ cells }) => cells.length)
  const usual = mostFrequent(counts)
  if (usual < 2) return 0
  const share = counts.filter(count => count === usual).length / counts.length
  return share * (usual - 1) + 3 * namedColumns(rows[findFirstRow(rows.map(({ cells }) => cells))]!.cells)
}

const namedColumns = (cells: readonly string[]) => cells.filter(cell => readHeader(cell) !== null).length
const filledCells = (cells: readonly string[]) => cells.filter(cell => cell.trim() !== '').length

export const titleLinesAtMost = 10

/** Reports have a title and a date above their table: the first row that belongs to it, by the names of columns in it. */
export function findFirstRow(rows: readonly (readonly string[])[]) {
  const first = rows.slice(0, titleLinesAtMost + 1)
  const header = first.findIndex(cells => namedColumns(cells) > 1)
  if (header < 1) return 0
  const filled = filledCells(first[header]!)
  return first.slice(0, header).every(cells => filledCells(cells) * 2 <= filled) ? header : 0
}

function mostFrequent(counts: readonly number[]) {
  const seen = new Map<number, number>()
  for (const count of counts) seen.set(count, (seen.get(count) ?? 0) + 1)
  return [...seen].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0] as [number, number])[0]
}

/** Whether the first row names the columns. Where nothing speaks for it, it is a contact: none is to be lost. */
export function guessHasHeader(first: readonly string[], rows: readonly (readonly string[])[]) {
  const cells = first.map(readValue)
  if (cells.some(cell => isEmailLike(cell) || isPhoneLike(cell) || isDateLike(cell))) return false
  // Two files pasted together have their header twice.
  const others = rows.filter(row => !cells.every((cell, column) => row[column]?.trim() === cell))
  const known = cells.filter((cell, column) => readHeader(cell) !== null && !others.some(row => row[column]?.trim() === cell))
  if (known.length >= Math.max(1, cells.filter(Boolean).length * 0.2)) return true
  return cells.some(
    (cell, column) => cell !== '' && !/\d/.test(cell) && ['email', 'phone', 'birthday', 'postalCode'].includes(contentOf(rows, column)),
  )
}

const contentOf = (rows: readonly (readonly string[])[], column: number) => readContent(rows.map(row => row[column] ?? ''))
