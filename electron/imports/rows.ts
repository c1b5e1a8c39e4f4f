import { nameKey } from '../../shared/contacts/rules.ts'
import { withoutInvisible } from '../../shared/imports/cells.ts'
import {
  charactersOfRecord,
  createRecordReader,
  isBlank,
  isSeparatorLine,
  type BrokenRecord,
  type FileRecord,
} from '../../shared/imports/records.ts'
import { ownKey } from '../../shared/imports/match.ts'
import type { CellFix } from '../../shared/imports/model.ts'
import { isFooter } from '../../shared/imports/footer.ts'
import type { GrownOption } from '../../shared/imports/own-options.ts'
import {
  createRowReader,
  type ImportedContact,
  type ProblemReason,
  type RowOptions,
  type RowProblem,
  type RowReading,
} from '../../shared/imports/row.ts'
import { toStaged, type Stage } from '../contacts/staging.ts'
import { readSource, type Piece, type Source } from './source.ts'
import type { Understanding } from './understand.ts'

export type ReadingPlan = RowOptions &
  Source &
  Pick<Understanding, 'delimiter' | 'headerLine'> & {
    fixes: readonly CellFix[]
    /** The field of the shop's own by which somebody is known; null where it is something else. */
    keyField: number | null
    rowsAtOnce: number
  }

/** `isTaken` where the row came in without the values that are wrong. */
export type FailedRow = { line: number; cells: readonly string[]; problems: readonly RowProblem[]; isTaken: boolean }
/**
 * Rows of the file, as far as they were read: `count` contacts wait in the stage at the positions from 0. Their look-up keys follow
 * each other in `keys`; `shapes` says how many each has, and that it has neither phone nor e-mail.
 */
export type Chunk = {
  slot: number
  count: number
  keys: Float64Array
  shapes: Uint8Array
  /** Where each stands in the file. */
  lines: Uint32Array
  failed: FailedRow[]
  /** Options of fields of the shop's own that its rows have brought. */
  options: readonly GrownOption[]
  done: number
  bytes: number
  isLast: boolean
}
export const keysOfShape = 0x7f
export const lacksContact = 0x80

/** An empty stage, to be filled by one chunk. */
export type Slot = { slot: number; put: Stage['put']; commit(): void }

/** Rows of a chunk, which is written in one transaction: others cannot write meanwhile; the longer, the quicker the import. */
export const rowsAtOnce = 20_000
/** Where each row takes milliseconds. */
export const fewRowsAtOnce = 300
/** The first chunks are small, or their writing would begin late. */
const rowsAtFirst = 1000
const charactersAtOnce = 24_000_000
const shownAtMost = 200

/** Reads the file piece by piece; holds one piece, however large the file is. Waits for a slot before each chunk. */
export async function* readChunks(plan: ReadingPlan, freeSlot: () => Promise<Slot>): AsyncGenerator<Chunk, void, undefined> {
  const rows = collectRows(plan, await freeSlot())
  let bytes = 0
  for await (const piece of readSource(plan)) {
    bytes = piece.bytes
    rows.push(piece)
    if (!rows.isFull()) continue
    yield rows.take(bytes, false)
    rows.use(await freeSlot())
  }
  rows.end()
  yield rows.take(bytes, true)
}

function collectRows(plan: ReadingPlan, firstSlot: Slot) {
  const read = createReading(plan, option => chunk.grow(option))
  const reader = createRecordReader({ delimiter: plan.delimiter, onRecord, onBroken: broken => fail(brokenRow(broken)) })
  let done = 0
  let chunk = beginChunk(firstSlot, done, plan)
  // A record can have begun in the piece before.
  let unreadable: [boolean, boolean] = [false, false]

  function onRecord(record: FileRecord) {
    if (record.line <= plan.headerLine || isSeparatorLine(record)) return
    const reading = read(record, unreadable[0] || unreadable[1])
    if (reading === 'blank') return
    done++
    const { contact, problems } = reading
    if (problems.length > 0) chunk.fail({ line: record.line, cells: record.cells, problems, isTaken: contact !== null })
    if (contact) chunk.add(contact, record.line)
  }

  function fail(row: FailedRow) {
    done++
    chunk.fail(row)
  }

  return {
    push(piece: Piece) {
      if ('records' in piece) return piece.records.forEach(onRecord)
      const text = withoutInvisible(piece.text)
      unreadable = [unreadable[1], text.includes('\ufffd')]
      chunk.count(text)
      reader.push(text)
    },
    end: () => reader.end(),
    isFull: () => chunk.isFull(),
    take: (bytes: number, isLast: boolean): Chunk => ({ ...chunk.finish(), done, bytes, isLast }),
    use: (slot: Slot) => void (chunk = beginChunk(slot, done, plan)),
  }
}

function beginChunk({ slot, put, commit }: Slot, doneBefore: number, { keyField, rowsAtOnce }: ReadingPlan) {
  const rowsAtMost = Math.min(rowsAtOnce, rowsAtFirst + doneBefore)
  const keys: number[] = []
  const shapes: number[] = []
  const lines: number[] = []
  const failed: FailedRow[] = []
  const options: GrownOption[] = []
  let characters = 0

  return {
    add(contact: ImportedContact, line: number) {
      lines.push(line)
      const staged = toStaged(contact)
      put(staged, shapes.length)
      for (const key of staged.keys) keys.push(key)
      const lacks = contact.phones.length + contact.emails.length === 0
      // Somebody of that name, birthday and place may be there without either.
      if (!lacks) keys.push(nameKey({ ...contact, sortName: staged.row.sortName ?? '' }))
      const own = keyField === null ? undefined : contact.custom[keyField]
      if (own !== undefined) keys.push(ownKey(own))
      const count = staged.keys.length + Number(!lacks) + Number(own !== undefined)
      shapes.push(lacks ? count | lacksContact : count)
    },
    fail: (row: FailedRow) => void failed.push(row),
    grow: (option: GrownOption) => void options.push(option),
    count: (text: string) => void (characters += text.length),
    isFull: () => shapes.length + failed.length >= rowsAtMost || characters > charactersAtOnce,
    finish() {
      commit()
      return {
        slot,
        count: shapes.length,
        keys: Float64Array.from(keys),
        shapes: Uint8Array.from(shapes),
        lines: Uint32Array.from(lines),
        failed,
        options,
      }
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
  isTaken: false,
  cells: [text],
  problems: [problemOf(reason, text.slice(0, shownAtMost), reason === 'recordTooLong' ? { maximum: charactersOfRecord } : {})],
})

/** What becomes of the records of a file, asked of all of them in their order. */
export function createReading(plan: RowOptions & Pick<ReadingPlan, 'fixes'>, onOption?: (option: GrownOption) => void) {
  const fixes = new Map<number, CellFix[]>()
  for (const fix of plan.fixes) fixes.set(fix.line, [...(fixes.get(fix.line) ?? []), fix])
  const check = createCheck(plan)
  const read = createRowReader(plan, onOption)

  return (record: FileRecord, mayBeUnreadable: boolean): RowReading | 'blank' => {
    const problem = check(record)
    if (problem === 'blank') return 'blank'
    if (problem) return { contact: null, problems: [problem] }
    const fixed = fixes.size > 0 ? fixes.get(record.line) : undefined
    const cells = fixed ? withFixes(record.cells, fixed) : record.cells
    const unreadable = mayBeUnreadable ? unreadableCells(cells, plan.fields) : []
    if (unreadable.length === 0) return read(cells)
    const { contact, problems } = read(cells.map(cell => (cell.includes('\ufffd') ? '' : cell)))
    return { contact, problems: [...unreadable, ...problems] }
  }
}

export const withFixes = (cells: readonly string[], fixes: readonly CellFix[]) =>
  cells.map((cell, index) => fixes.findLast(({ column }) => column === index)?.value ?? cell)

const unreadableCells = (cells: readonly string[], fields: ReadingPlan['fields']) =>
  cells.flatMap((cell, column) =>
    (fields[column] ?? null) !== null && cell.includes('\ufffd')
      ? [problemOf('unreadableCharacter', cell.slice(0, shownAtMost), {}, column)]
      : [],
  )

/** What can be wrong with a row before anybody looks at what its cells mean. Asked of all rows in their order. */
function createCheck({ headers }: Pick<ReadingPlan, 'headers'>) {
  const columns = headers.length
  const isHeaderAgain = (cells: readonly string[]) =>
    headers[0] !== '' && headers.every((header, column) => header === cells[column]?.trim())
  let afterBlank = false

  return (record: FileRecord): RowProblem | 'blank' | null => {
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
    return isFooter(cells) ? problemOf('notARow', cells.find(cell => cell.trim() !== '')!.slice(0, shownAtMost)) : null
  }
}
