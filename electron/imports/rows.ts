import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { matchKeys, searchText, sortName, sortOrganization } from '../../shared/contacts/rules.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import {
  charactersOfRecord,
  createRecordReader,
  isBlank,
  isSeparatorLine,
  type BrokenRecord,
  type FileRecord,
} from '../../shared/imports/records.ts'
import { createRowReader, type ImportedContact, type ProblemReason, type RowOptions, type RowProblem } from '../../shared/imports/row.ts'
import { unreadable, type Understanding } from './understand.ts'

export type ReadingPlan = RowOptions &
  Pick<Understanding, 'path' | 'encoding' | 'delimiter' | 'headers' | 'headerLine'> & {
    /** When the contacts are created. */
    at: string
    rowsAtOnce: number
  }

/** A contact as it is written: `values` in the order of `insertColumns`, `tags` by name. */
export type ReadyRow = { values: (string | null)[]; search: string; keys: number[]; tags: readonly string[] }
export type FailedRow = { line: number; cells: readonly string[]; problems: RowProblem[] }
/** `done` rows and `bytes` of the file were read so far, this chunk among them. */
export type Chunk = { rows: ReadyRow[]; failed: FailedRow[]; done: number; bytes: number; isLast: boolean }

const charactersAtOnce = 8_000_000
const shownAtMost = 200

/** Reads the file piece by piece; holds one piece and one chunk, however large the file is. */
export async function* readChunks(plan: ReadingPlan): AsyncGenerator<Chunk, void, undefined> {
  const decoder = new TextDecoder(plan.encoding)
  const rows = collectRows(plan)
  let bytes = 0
  for await (const piece of piecesOf(plan.path)) {
    bytes += piece.length
    rows.push(decoder.decode(piece, { stream: true }))
    if (rows.isFull()) yield rows.take(bytes, false)
  }
  rows.push(decoder.decode())
  rows.end()
  yield rows.take(bytes, true)
}

async function* piecesOf(path: string): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* createReadStream(path, { highWaterMark: 1 << 18 })
  } catch (cause) {
    throw unreadable(cause, basename(path))
  }
}

function collectRows(plan: ReadingPlan) {
  const check = createCheck(plan)
  const read = createRowReader(plan)
  const reader = createRecordReader({ delimiter: plan.delimiter, onRecord, onBroken })
  let ready: ReadyRow[] = []
  let failed: FailedRow[] = []
  let done = 0
  let characters = 0
  // A record can have begun in the piece before.
  let unreadable: [boolean, boolean] = [false, false]

  function onRecord(record: FileRecord) {
    if (record.line <= plan.headerLine || isSeparatorLine(record)) return
    const problem = check(record, unreadable[0] || unreadable[1])
    if (problem === 'blank') return
    done++
    const contact = problem ? [problem] : read(record.cells)
    if (Array.isArray(contact)) failed.push({ line: record.line, cells: record.cells, problems: contact })
    else ready.push(readyRow(contact, plan.at))
  }

  function onBroken(broken: BrokenRecord) {
    done++
    failed.push(brokenRow(broken))
  }

  return {
    push(piece: string) {
      const text = withoutInvisible(piece)
      characters += text.length
      unreadable = [unreadable[1], text.includes('\ufffd')]
      reader.push(text)
    },
    end: () => reader.end(),
    isFull: () => ready.length + failed.length >= plan.rowsAtOnce || characters > charactersAtOnce,
    take(bytes: number, isLast: boolean): Chunk {
      const taken = { rows: ready, failed, done, bytes, isLast }
      ready = []
      failed = []
      characters = 0
      return taken
    },
  }
}

const problemOf = (reason: ProblemReason, value = '', params: Record<string, number> = {}, column: number | null = null): RowProblem => ({
  column,
  value,
  reason,
  params,
})

export const brokenRow = ({ line, reason, text }: BrokenRecord): FailedRow => ({
  line,
  cells: [text],
  problems: [problemOf(reason, text.slice(0, shownAtMost), reason === 'recordTooLong' ? { maximum: charactersOfRecord } : {})],
})

/** What can be wrong with a row before anybody looks at what its cells mean. Asked of all rows in their order. */
export function createCheck({ headers }: Pick<ReadingPlan, 'headers'>) {
  const columns = headers.length
  const isHeaderAgain = (cells: readonly string[]) =>
    headers[0] !== '' && headers.every((header, column) => header === cells[column]?.trim())
  let afterBlank = false

  return (record: FileRecord, mayBeUnreadable: boolean): RowProblem | 'blank' | null => {
    const { cells, repaired } = record
    if (cells[0]!.trim() === '' && isBlank(record)) {
      afterBlank = true
      return 'blank'
    }
    if (cells.length !== columns) {
      if (repaired) return problemOf('quotesBroken')
      if (afterBlank && cells.length === 1 && columns > 2) return problemOf('notARow', cells[0])
      if (cells.slice(columns).some(cell => cell.trim() !== '')) return problemOf('tooManyCells', '', { cells: cells.length, columns })
    }
    if (cells[0] === headers[0] && isHeaderAgain(cells)) return problemOf('headerAgain')
    const column = mayBeUnreadable ? cells.findIndex(cell => cell.includes('\ufffd')) : -1
    return column < 0 ? null : problemOf('unreadableCharacter', cells[column]!.slice(0, shownAtMost), {}, column)
  }
}

export function readyRow(contact: ImportedContact, at: string): ReadyRow {
  const name = sortName(contact)
  const { kind, namePrefix, givenName, additionalName, familyName, nameSuffix, organization, birthday, language, note, source } = contact
  const { phones, emails, addresses } = contact
  return {
    values: [
      kind,
      namePrefix,
      givenName,
      additionalName,
      familyName,
      nameSuffix,
      organization,
      json(phones),
      json(emails),
      json(addresses),
      birthday,
      language,
      note,
      source,
      at,
      at,
      name,
      sortOrganization(contact),
    ],
    search: searchText(contact),
    keys: matchKeys({ phones, emails, addresses, birthday, sortName: name }),
    tags: contact.tags,
  }
}

const json = (list: readonly object[]) => (list.length === 0 ? '[]' : JSON.stringify(list))
