import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { Field } from '../../shared/fields/model.ts'
import { isOwnExport } from '../../shared/exports/own.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import { guessFields } from '../../shared/imports/columns.ts'
import type { DateEvidence, DateOrder } from '../../shared/imports/dates.ts'
import type { NumberEvidence } from '../../shared/imports/numbers.ts'
import { guessWithOwnFields, type OwnMeaning } from '../../shared/imports/own-columns.ts'
import type { delimiters, formats, ImportOptions } from '../../shared/imports/model.ts'
import { isBlank, isSeparatorLine, type BrokenRecord, type FileRecord } from '../../shared/imports/records.ts'
import { findFirstRow, guessDelimiter, guessHasHeader, readSample, titleLinesAtMost } from '../../shared/imports/table.ts'
import type { OfferedPath } from '../handlers.ts'
import { guessEncoding, type Encoding } from './encoding.ts'
import { evidenceOf, meaningsOf } from './meanings.ts'
import { formatOf, refuseForeignText } from './refuse.ts'
import { readSource, type Source } from './source.ts'
import { sheetsOf } from './spreadsheet/workbook.ts'
import { unreadable } from './unreadable.ts'
import { cardColumns } from './vcards.ts'

/** How a file is read: what was asked for, and guesses for the rest. */
export type Understanding = {
  path: string
  /** Bytes, of a spreadsheet those of the sheet. */
  size: number
  format: (typeof formats)[number]
  /** Of a spreadsheet: which sheet is read, and which there are. */
  sheet: string | null
  sheets: readonly string[]
  /** Of cards: what they are laid out to. */
  columns: readonly string[]
  encoding: Encoding
  delimiter: (typeof delimiters)[number]
  hasHeader: boolean
  isOwn: boolean
  /** As many as there are columns; empty texts where there is no header. */
  headers: readonly string[]
  fields: readonly (string | null)[]
  /** Of columns that hold fields of the shop's own. */
  own: readonly (OwnMeaning | null)[]
  dates: readonly (DateEvidence | null)[]
  numbers: readonly (NumberEvidence | null)[]
  dateOrders: readonly DateOrder[]
  /** The line of the header: what stands above it is no row either. 0 where there is none. */
  headerLine: number
  /** `rows` are the records below the header that are not empty. */
  sample: {
    rows: readonly FileRecord[]
    records: readonly FileRecord[]
    broken: readonly BrokenRecord[]
    isWhole: boolean
    estimatedRows: number
  }
}

const sampleSize = 1 << 19
const sampleRecordsAtMost = 5000
const guessedFrom = 500
const columnsAtMost = 2000

type Options = Pick<ImportOptions, 'encoding' | 'delimiter' | 'hasHeader' | 'fields' | 'sheet' | 'dateOrder' | 'decimalMark'>
/** What the shop has to say about it: its country, and the fields of its own. */
export type Shop = { country: string; fields: readonly Field[] }

export async function understand(file: OfferedPath, options: Options, shop: Shop): Promise<Understanding> {
  const beginning = await beginningOf(file, options)
  return describe(beginning, beginning.format === 'vcard' ? { ...options, hasHeader: true } : options, shop)
}

/** What a file is written in, and as much of it as guesses are made from. */
export async function beginningOf(file: OfferedPath, options: Pick<Options, 'encoding' | 'delimiter' | 'sheet'>): Promise<Beginning> {
  const { head, size } = readHead(file)
  if (size === 0) throw new AppError('invalid', 'fileEmpty')
  const format = formatOf(file.path, head)
  const source = { path: file.path, size, format, encoding: options.encoding ?? guessEncoding(file.path, head) }
  if (format === 'xlsx') return sampleSheet(source, options.sheet)
  return format === 'vcard' ? sampleCards(source) : sampleText(source, head, options.delimiter)
}

/** The beginning of a file, whatever it is written in. */
export type Beginning = Pick<Understanding, 'path' | 'size' | 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'columns'> & {
  records: readonly FileRecord[]
  broken: readonly BrokenRecord[]
  isWhole: boolean
  bytes: number
}
type OpenedFile = Pick<Understanding, 'path' | 'size' | 'format' | 'encoding'>
const noSheets = { sheet: null, sheets: [], columns: [] }

function sampleText(source: OpenedFile, head: Buffer, wanted: Understanding['delimiter'] | undefined): Beginning {
  const isWhole = head.length === source.size
  const raw = new TextDecoder(source.encoding).decode(head, { stream: !isWhole })
  refuseForeignText(raw)
  const text = withoutInvisible(raw)
  const delimiter = wanted ?? guessDelimiter(text.slice(0, 100_000), isWhole && text.length <= 100_000)
  return { ...source, ...noSheets, delimiter, ...readSample(text, delimiter, isWhole), isWhole, bytes: head.length }
}

async function sampleSheet(source: OpenedFile, wanted: string | undefined): Promise<Beginning> {
  const { sheets, sizeOf } = await sheetsOf(source.path)
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets[0]!
  const beginning = { ...source, size: Math.max(1, sizeOf(sheet.part)), encoding: 'utf-8' as const, sheet: sheet.name, columns: [] }
  return { ...beginning, delimiter: ',', sheets: sheets.map(({ name }) => name), ...(await sampleRecords(beginning)) }
}

async function sampleCards(source: OpenedFile): Promise<Beginning> {
  const { columns } = await cardColumns(source)
  const read = await sampleRecords({ ...source, sheet: null, columns })
  return {
    ...source,
    ...noSheets,
    columns,
    delimiter: ',',
    ...read,
    records: [{ line: 0, cells: [...columns], repaired: false }, ...read.records],
  }
}

async function sampleRecords(source: Source) {
  const records: FileRecord[] = []
  let bytes = 0
  for await (const piece of readSource(source)) {
    if ('records' in piece) records.push(...piece.records)
    bytes = piece.bytes
    if (records.length > sampleRecordsAtMost) return { records, broken: [], isWhole: false, bytes }
  }
  return { records, broken: [], isWhole: true, bytes }
}

function describe({ records, broken, isWhole, bytes, ...source }: Beginning, options: Options, shop: Shop): Understanding {
  const filled = records.filter(record => !isSeparatorLine(record) && !isBlank(record))
  if (filled.length === 0 && !isWhole) throw new AppError('invalid', 'fileWithoutLines')
  if (filled.length === 0 && source.format !== 'text') throw new AppError('invalid', 'fileEmpty')
  const table = withHeader(withoutTitle(filled, options.hasHeader), options.hasHeader)
  const count = columnCount(table.records)
  const cells = table.rows.slice(0, guessedFrom).map(record => record.cells)
  const headers = Array.from({ length: count }, (_, index) => table.headers?.[index]?.trim() ?? '')
  const isOwn = isOwnExport(table.headers ?? [])
  const guess = () => (table.headers ? guessWithOwnFields(headers, cells, shop.fields) : guessFields(null, cells, count))
  const wanted = options.fields ?? (source.format === 'vcard' ? source.columns : guess())
  if (wanted.length !== count) throw new AppError('invalid', 'columnsDiffer', { columns: count, fields: wanted.length })
  const meanings = meaningsOf(wanted, headers, table.rows, shop.fields)
  return {
    ...source,
    ...meanings,
    hasHeader: table.headers !== null,
    isOwn,
    headers,
    ...evidenceOf(meanings, table.rows, { ...options, isOwn }, shop.country),
    headerLine: table.headerLine,
    sample: {
      rows: table.rows,
      records: records.filter(({ line }) => line > table.headerLine),
      broken,
      isWhole,
      estimatedRows: estimate(table.rows.length + broken.length, isWhole, bytes, source.size),
    },
  }
}

const withoutTitle = (filled: readonly FileRecord[], hasHeader: boolean | undefined) =>
  hasHeader === false ? filled : filled.slice(findFirstRow(filled.slice(0, titleLinesAtMost + 1).map(({ cells }) => cells)))

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

const estimate = (rows: number, isWhole: boolean, sampled: number, size: number) => (isWhole ? rows : Math.round((rows * size) / sampled))
