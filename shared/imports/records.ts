/** A record of the file: `line` counts physical lines from 1. `repaired` says that its quotes did not follow the rules. */
export type FileRecord = { line: number; cells: string[]; repaired: boolean }
/** A record that could not be told apart from what follows it: the line where it went wrong, and its text. */
export type BrokenRecord = { line: number; reason: 'quoteNeverCloses' | 'recordTooLong'; text: string }

export const isBlank = ({ cells }: FileRecord) => cells.every(cell => cell.trim() === '')
/** `sep=;` in the first line is for Excel. */
export const isSeparatorLine = ({ line, cells }: FileRecord) =>
  line === 1 && cells.length === 2 && /^sep=$/i.test(cells[0]!) && cells[1] === ''

type Options = {
  delimiter: string
  /** Characters of a record: a quote still open by then never closes. Bounds the memory too. */
  limit?: number
  onRecord(record: FileRecord): void
  onBroken(broken: BrokenRecord): void
}

export const charactersOfRecord = 16_000_000

type Reading = Required<Options> & {
  state: 'start' | 'spaces' | 'plain' | 'quoted' | 'quoteSeen' | 'skipping'
  text: string
  at: number
  /** Where the record begins in `text`; what earlier pieces held of it is in `held`. */
  begin: number
  held: string[]
  heldLength: number
  cells: string[]
  cell: string
  spaces: number
  line: number
  recordLine: number
  quoteLine: number
  quoteOffset: number
  afterCr: boolean
  repaired: boolean
  /** This cell has a quote in it that neither closes it nor is doubled. */
  strayQuote: boolean
  /** The record is read a second time: a quote inside a quoted cell closes it, whatever follows. */
  strayCloses: boolean
  reread: number
}

const QUOTE = 34
const SPACE = 32
const LF = 10
const CR = 13
const isBreak = (code: number) => code === LF || code === CR

/**
 * Splits text into records as RFC 4180 has it, repairs what can be repaired, and never loses more than the record that is
 * broken. Takes the text in pieces of any size and holds one record at most. No library does this: none of them finds its
 * way back out of a quote that never closes, or knows the physical line.
 */
export function createRecordReader(options: Options) {
  const reading: Reading = {
    limit: charactersOfRecord,
    ...options,
    state: 'start',
    text: '',
    at: 0,
    begin: 0,
    held: [],
    heldLength: 0,
    cells: [],
    cell: '',
    spaces: 0,
    line: 1,
    recordLine: 1,
    quoteLine: 0,
    quoteOffset: 0,
    afterCr: false,
    repaired: false,
    strayQuote: false,
    strayCloses: false,
    reread: 0,
  }
  return { push: (piece: string) => push(reading, piece), end: () => end(reading) }
}

function push(reading: Reading, piece: string) {
  reading.text = piece
  reading.at = reading.begin = 0
  read(reading)
  while (isOverLimit(reading)) {
    giveUp(reading)
    read(reading)
  }
  hold(reading)
}

const isOverLimit = ({ state, heldLength, text, begin, limit }: Reading) => state !== 'skipping' && heldLength + text.length - begin > limit

/** The file ends: so does its last record, and a quote that is still open never closes. */
function end(reading: Reading) {
  reading.text = ''
  reading.at = reading.begin = 0
  while (reading.state === 'quoted') {
    giveUp(reading)
    read(reading)
  }
  if (reading.state === 'spaces') reading.cell = ' '.repeat(reading.spaces)
  if (reading.state !== 'skipping' && (reading.state !== 'start' || reading.cells.length > 0)) endRecord(reading)
}

function read(reading: Reading) {
  while (reading.at < reading.text.length) {
    if (reading.state === 'plain') readPlain(reading)
    else if (reading.state === 'start') readStart(reading)
    else if (reading.state === 'quoted') readQuoted(reading)
    else if (reading.state === 'quoteSeen') readAfterQuote(reading)
    else if (reading.state === 'spaces') readSpaces(reading)
    else skip(reading)
  }
}

function hold(reading: Reading) {
  if (reading.state === 'skipping' || reading.begin === reading.text.length) return
  reading.held.push(reading.text.slice(reading.begin))
  reading.heldLength += reading.text.length - reading.begin
}

function readStart(reading: Reading) {
  const code = reading.text.charCodeAt(reading.at)
  if (reading.afterCr) {
    reading.afterCr = false
    if (code === LF) {
      reading.begin = ++reading.at
      return
    }
  }
  if (code === QUOTE) openQuote(reading)
  else if (code === SPACE) reading.state = 'spaces'
  else reading.state = 'plain'
}

function openQuote(reading: Reading) {
  reading.state = 'quoted'
  reading.quoteLine = reading.line
  reading.quoteOffset = reading.heldLength + reading.at - reading.begin
  reading.spaces = 0
  reading.strayQuote = false
  reading.at++
}

/** Spaces before a quote do not belong to the cell, before anything else they do. */
function readSpaces(reading: Reading) {
  const code = reading.text.charCodeAt(reading.at)
  if (code === SPACE) {
    reading.spaces++
    reading.at++
    return
  }
  if (code === QUOTE) return openQuote(reading)
  reading.cell = ' '.repeat(reading.spaces)
  reading.spaces = 0
  reading.state = 'plain'
}

function readPlain(reading: Reading) {
  const { text, at } = reading
  const delimiter = reading.delimiter.charCodeAt(0)
  let index = at
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === delimiter || code === LF || code === CR) break
  }
  reading.cell += text.slice(at, index)
  reading.at = index
  if (index < text.length) endCell(reading)
}

/** The delimiter or line break at `at` ends the cell. */
function endCell(reading: Reading) {
  const code = reading.text.charCodeAt(reading.at++)
  if (!isBreak(code)) {
    reading.cells.push(reading.cell)
    reading.cell = ''
    reading.state = 'start'
    reading.spaces = 0
    return
  }
  reading.line++
  endRecord(reading)
  reading.afterCr = code === CR
}

function endRecord(reading: Reading) {
  const { recordLine: line, cells, cell, repaired } = reading
  cells.push(cell)
  beginRecord(reading)
  reading.onRecord({ line, cells, repaired })
}

function beginRecord(reading: Reading) {
  reading.state = 'start'
  reading.cells = []
  reading.cell = ''
  reading.spaces = 0
  reading.repaired = reading.strayCloses = reading.afterCr = false
  reading.recordLine = reading.line
  reading.begin = reading.at
  reading.held = []
  reading.heldLength = 0
}

function readQuoted(reading: Reading) {
  const found = reading.text.indexOf('"', reading.at)
  const upTo = found < 0 ? reading.text.length : found
  const part = reading.text.slice(reading.at, upTo)
  const breaks = lineBreaks(part, reading.cell)
  // With a stray quote in it, the cell does not go on in the next line: the stray one was meant to close it.
  if (breaks > 0 && reading.strayQuote && !reading.strayCloses) return readAgain(reading)
  reading.line += breaks
  reading.cell += part
  reading.at = upTo
  if (found < 0) return
  reading.at++
  reading.state = 'quoteSeen'
}

function lineBreaks(part: string, before: string) {
  let count = 0
  for (let index = part.indexOf('\n'); index >= 0; index = part.indexOf('\n', index + 1)) count++
  for (let index = part.indexOf('\r'); index >= 0; index = part.indexOf('\r', index + 1)) if (part[index + 1] !== '\n') count++
  // The two halves of a CRLF can come in two pieces.
  return part.startsWith('\n') && before.endsWith('\r') ? count - 1 : count
}

function readAfterQuote(reading: Reading) {
  const code = reading.text.charCodeAt(reading.at)
  if (code === QUOTE && reading.spaces === 0) {
    reading.cell += '"'
    reading.at++
    reading.state = 'quoted'
  } else if (isBreak(code) || code === reading.delimiter.charCodeAt(0)) endCell(reading)
  else if (code === SPACE) {
    reading.spaces++
    reading.at++
  } else stray(reading)
}

/** A quote inside a quoted cell that neither closes it nor is doubled. */
function stray(reading: Reading) {
  const spansLines = reading.line > reading.quoteLine
  const before = reading.cell.at(-1)
  const opens = reading.spaces === 0 && (before === reading.delimiter || before === '\n' || before === '\r')
  if (spansLines && opens && !reading.strayCloses) return recover(reading)
  const spaces = ' '.repeat(reading.spaces)
  reading.spaces = 0
  reading.repaired = reading.strayQuote = true
  reading.cell += reading.strayCloses ? spaces : `"${spaces}`
  reading.state = reading.strayCloses ? 'plain' : 'quoted'
}

const rawRecord = ({ held, text, begin }: Reading) => held.join('') + text.slice(begin)

function readAgain(reading: Reading) {
  const text = rawRecord(reading)
  const line = reading.recordLine
  restartAt(reading, text, 0, line)
  reading.repaired = reading.strayCloses = true
}

function restartAt(reading: Reading, text: string, at: number, line: number) {
  reading.text = text
  reading.at = at
  reading.line = line
  beginRecord(reading)
}

function giveUp(reading: Reading) {
  if (reading.state === 'quoted') return recover(reading)
  tooLong(reading)
}

/** Reading goes on in the line after the one where the quote was opened. */
function recover(reading: Reading) {
  const raw = rawRecord(reading)
  const next = nextLine(raw, reading.quoteOffset)
  if (next < 0) return reading.text.length === 0 ? lastRecord(reading, raw) : tooLong(reading)
  const line = reading.quoteLine
  restartAt(reading, raw, next, line + 1)
  reading.onBroken({ line, reason: 'quoteNeverCloses', text: raw.slice(0, next).trimEnd() })
  spendPatience(reading, raw.length)
}

function lastRecord(reading: Reading, raw: string) {
  const line = reading.quoteLine
  restartAt(reading, '', 0, line)
  reading.onBroken({ line, reason: 'quoteNeverCloses', text: raw })
}

function tooLong(reading: Reading) {
  const text = rawRecord(reading).slice(0, 1000)
  const line = reading.recordLine
  restartAt(reading, '', 0, reading.line)
  reading.state = 'skipping'
  reading.onBroken({ line, reason: 'recordTooLong', text })
}

function nextLine(raw: string, from: number) {
  for (let index = from; index < raw.length; index++) {
    const code = raw.charCodeAt(index)
    if (code === LF || (code === CR && raw.charCodeAt(index + 1) !== LF)) return index + 1
  }
  return -1
}

/** A file that sends us back again and again gets a shorter look ahead, or reading it would take for ever. */
function spendPatience(reading: Reading, length: number) {
  reading.reread += length
  if (reading.reread > reading.limit * 8) reading.limit = Math.min(reading.limit, 100_000)
}

function skip(reading: Reading) {
  const next = nextLine(reading.text, reading.at)
  reading.at = next < 0 ? reading.text.length : next
  if (next < 0) return
  reading.line++
  beginRecord(reading)
}
