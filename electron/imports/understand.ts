import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { isOwnExport } from '../../shared/exports/own.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import { guessFields } from '../../shared/imports/columns.ts'
import { weighDateOrder, type DateOrder } from '../../shared/imports/dates.ts'
import type { delimiters, ImportOptions } from '../../shared/imports/model.ts'
import { isBlank, isSeparatorLine, type BrokenRecord, type FileRecord } from '../../shared/imports/records.ts'
import { findFirstRow, guessDelimiter, guessHasHeader, readSample } from '../../shared/imports/table.ts'
import type { OfferedPath } from '../handlers.ts'
import { guessEncoding, type Encoding } from './encoding.ts'
import { refuseForeignFile, refuseForeignText } from './refuse.ts'
import { unreadable } from './unreadable.ts'

/** How a file is read: what was asked for, and guesses for the rest. */
export type Understanding = {
  path: string
  size: number
  encoding: Encoding
  delimiter: (typeof delimiters)[number]
  hasHeader: boolean
  isOwn: boolean
  /** As many as there are columns; empty texts where there is no header. */
  headers: readonly string[]
  fields: readonly (string | null)[]
  dateOrders: readonly DateOrder[]
  /** The line of the header: what stands above it is no row either. 0 where there is none. */
  headerLine: number
  /** `rows` are the records below the header that are not empty. */
  sample: { rows: readonly FileRecord[]; records: readonly FileRecord[]; broken: readonly BrokenRecord[]; estimatedRows: number }
}

const sampleSize = 1 << 19
const guessedFrom = 500
const columnsAtMost = 2000

type Options = Pick<ImportOptions, 'encoding' | 'delimiter' | 'hasHeader' | 'fields'>

export function understand(file: OfferedPath, options: Options, country: string): Understanding {
  const { head, size } = readHead(file)
  if (size === 0) throw new AppError('invalid', 'fileEmpty')
  refuseForeignFile(head)
  const encoding = options.encoding ?? guessEncoding(file.path, head)
  const isWhole = head.length === size
  const raw = new TextDecoder(encoding).decode(head, { stream: !isWhole })
  refuseForeignText(raw)
  const text = withoutInvisible(raw)

  const delimiter = options.delimiter ?? guessDelimiter(text.slice(0, 100_000), isWhole && text.length <= 100_000)
  const { records, broken } = readSample(text, delimiter, isWhole)
  const filled = records.filter(record => !isSeparatorLine(record) && !isBlank(record))
  if (filled.length === 0 && !isWhole) throw new AppError('invalid', 'fileWithoutLines')
  const table = withHeader(
    options.hasHeader === false ? filled : filled.slice(findFirstRow(filled.map(record => record.cells))),
    options.hasHeader,
  )
  const count = columnCount(table.records)
  const cells = table.rows.slice(0, guessedFrom).map(record => record.cells)
  const fields = options.fields ?? guessFields(table.headers, cells, count)
  if (fields.length !== count) throw new AppError('invalid', 'columnsDiffer', { columns: count, fields: fields.length })
  return {
    ...{ path: file.path, size, encoding, delimiter, fields },
    hasHeader: table.headers !== null,
    isOwn: isOwnExport(table.headers ?? []),
    headers: Array.from({ length: count }, (_, index) => table.headers?.[index]?.trim() ?? ''),
    dateOrders: fields.map((field, index) => (field === 'birthday' ? orderOf(table.rows, index, country) : 'dayFirst')),
    headerLine: table.headerLine,
    sample: {
      rows: table.rows,
      records: records.filter(({ line }) => line > table.headerLine),
      broken,
      estimatedRows: estimate(table.rows.length + broken.length, isWhole, head.length, size),
    },
  }
}

function readHead(offered: OfferedPath) {
  const file = openFile(offered)
  try {
    const { size } = fstatSync(file)
    const head = Buffer.alloc(Math.min(size, sampleSize))
    let length = 0
    for (let read = -1; read !== 0 && length < head.length; length += read) read = readSync(file, head, length, head.length - length, null)
    return { head: head.subarray(0, length), size }
  } catch (cause) {
    throw unreadable(cause, offered.name)
  } finally {
    closeSync(file)
  }
}

function openFile({ path, name }: OfferedPath) {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    throw unreadable(cause, name)
  }
}

function withHeader(filled: readonly FileRecord[], wanted: boolean | undefined) {
  const [first, ...rows] = filled
  if (!first) return { headers: null, headerLine: 0, rows: [], records: filled }
  const hasHeader =
    wanted ??
    guessHasHeader(
      first.cells,
      rows.slice(0, guessedFrom).map(({ cells }) => cells),
    )
  return hasHeader
    ? { headers: first.cells, headerLine: first.line, rows, records: filled }
    : { headers: null, headerLine: 0, rows: filled, records: filled }
}

/** As many as the header has, or most rows: a row with more is a problem of its own. */
function columnCount(filled: readonly FileRecord[]) {
  const rows = filled.slice(0, guessedFrom)
  const first = rows[0]?.cells.length ?? 1
  const wider = rows.filter(({ cells }) => cells.length > first)
  const count = wider.length > rows.length / 2 ? Math.min(...wider.map(({ cells }) => cells.length)) : first
  if (count > columnsAtMost) throw new AppError('invalid', 'tooManyColumns', { columns: count, maximum: columnsAtMost })
  return count
}

const orderOf = (rows: readonly FileRecord[], column: number, country: string) =>
  weighDateOrder(
    rows.map(({ cells }) => cells[column] ?? ''),
    country,
  ).order

const estimate = (rows: number, isWhole: boolean, sampled: number, size: number) => (isWhole ? rows : Math.round((rows * size) / sampled))
