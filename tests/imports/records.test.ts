import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRecordReader, type BrokenRecord, type FileRecord } from '../../shared/imports/records.ts'

const delimiter = fc.constantFrom(',', ';', '\t', '|')
const lineBreak = fc.constantFrom('\n', '\r\n', '\r')
const inner = fc.string({ unit: fc.constantFrom('a', 'ß', ' ', '"', ',', ';', '\t', '|', '\n', '\r', '\r\n', '😀'), maxLength: 8 })

/** A cell as a program writes it: in quotes, or bare where it needs none. */
const cell = fc
  .record({ text: inner, isQuoted: fc.boolean() })
  .map(({ text, isQuoted }) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text.replace(/[",;\t|\r\n]/g, '')))

const file = fc
  .record({ rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), delimiter, lineBreak, isEnded: fc.boolean() })
  .map(({ rows, delimiter, lineBreak, isEnded }) => {
    const records = rows.map(cells => cells.join(delimiter))
    return { delimiter, lineBreak, records, text: records.join(lineBreak) + (isEnded && records.length > 0 ? lineBreak : '') }
  })

const pieces = (text: string, cuts: readonly number[]) => {
  const places = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b)
  return [0, ...places].map((from, index) => text.slice(from, places[index]))
}

function read(text: string, { delimiter = ';', cuts = [] as readonly number[], limit = 10_000 } = {}) {
  const records: FileRecord[] = []
  const broken: BrokenRecord[] = []
  const reader = createRecordReader({ delimiter, limit, onRecord: record => records.push(record), onBroken: one => broken.push(one) })
  for (const piece of pieces(text, cuts)) reader.push(piece)
  reader.end()
  return { records, broken }
}

const cellsOf = ({ records }: ReturnType<typeof read>) => records.map(({ cells }) => cells)
const lineBreaksIn = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0

describe('the records of a well-formed file', () => {
  it('are those that csv-parse finds, wherever the text is cut', () => {
    fc.assert(
      fc.property(file, fc.array(fc.nat(200), { maxLength: 6 }), ({ text, delimiter, lineBreak }, cuts) => {
        const found = read(text, { delimiter, cuts })
        expect(cellsOf(found)).toEqual(parse(text, { delimiter, record_delimiter: lineBreak, relax_column_count: true }))
        expect(found.broken).toEqual([])
        expect(found.records.filter(({ repaired }) => repaired)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('know the line of the file in which they begin, however many lines the cells before them have', () => {
    fc.assert(
      fc.property(file, fc.array(fc.nat(200), { maxLength: 6 }), ({ text, records, delimiter, lineBreak }, cuts) => {
        const lines = records.map(
          (_, index) =>
            1 +
            lineBreaksIn(
              records
                .slice(0, index)
                .map(record => record + lineBreak)
                .join(''),
            ),
        )
        const found = read(text, { delimiter, cuts }).records.map(({ line }) => line)
        expect(found).toEqual(lines.slice(0, found.length))
      }),
      { numRuns: 500 },
    )
  })

  it('are those that csv-stringify wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.array(inner, { minLength: 2, maxLength: 4 })), delimiter, lineBreak, (rows, delimiter, lineBreak) => {
        const text = stringify(rows, { delimiter, record_delimiter: lineBreak, quoted: true })
        expect(cellsOf(read(text, { delimiter }))).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })

  it('can be of a file without a last line break, and with empty lines', () => {
    expect(read('a;b\r\n\r\nc;').records).toEqual([
      { line: 1, cells: ['a', 'b'], repaired: false },
      { line: 2, cells: [''], repaired: false },
      { line: 3, cells: ['c', ''], repaired: false },
    ])
  })
})

describe('any text at all', () => {
  const anyText = fc.string({ unit: fc.constantFrom('a', '"', '""', ';', ' ', '\n', '\r\n', '\r', ';"', '"\n'), maxLength: 40 })
  const cuts = fc.array(fc.nat(60), { maxLength: 4 })

  it('gives the same records and the same problems wherever it is cut', () => {
    fc.assert(
      fc.property(anyText, cuts, (text, cuts) => {
        expect(read(text, { cuts })).toEqual(read(text))
      }),
      { numRuns: 1000 },
    )
  })

  it('is read to its end: what follows in a line of its own is always found', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { records, broken } = read(`${text}\nAnna;Petersen\nRuth;Lindner\n`)
        expect(records.at(-1)?.cells.at(-1) === 'Lindner' || broken.some(({ text }) => text.includes('Lindner'))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('never makes lines go backwards', () => {
    fc.assert(
      fc.property(anyText, cuts, (text, cuts) => {
        const lines = read(text, { cuts }).records.map(({ line }) => line)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        expect(Math.max(1, ...lines)).toBeLessThanOrEqual(1 + lineBreaksIn(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('a quote that never closes', () => {
  const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `c${from + index};d`)
  const text = ['a;b', 'c2;d', 'c3;"never closed', ...lines(4, 2000)].join('\n')

  it('costs the line in which it was opened and no other', () => {
    const { records, broken } = read(text, { limit: 1_000_000 })
    expect(broken).toEqual([{ line: 3, reason: 'quoteNeverCloses', text: 'c3;"never closed' }])
    expect(records.map(({ line }) => line)).toEqual([1, 2, ...Array.from({ length: 1997 }, (_, index) => index + 4)])
  })

  it('is given up after as many characters as a record may have, and never needs more room', () => {
    const { records, broken } = read(text, { limit: 1000, cuts: Array.from({ length: 100 }, (_, index) => index * 180) })
    expect(broken).toEqual([{ line: 3, reason: 'quoteNeverCloses', text: 'c3;"never closed' }])
    expect(records).toHaveLength(1999)
  })

  it('is found by the next quoted cell', () => {
    const { records, broken } = read('a;b\nc;"open\nd;"closed"\ne;f\n')
    expect(broken).toEqual([{ line: 2, reason: 'quoteNeverCloses', text: 'c;"open' }])
    expect(records.map(({ line, cells }) => ({ line, cells }))).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['d', 'closed'] },
      { line: 4, cells: ['e', 'f'] },
    ])
  })
})

describe('a record that never ends', () => {
  it('is one problem that shows its beginning, and the next line is read', () => {
    const { records, broken } = read(`a;b\n${'x'.repeat(5000)}\nc;d\n`, { limit: 2000, cuts: [1000, 2000, 3000, 4000] })
    expect(broken).toEqual([{ line: 2, reason: 'recordTooLong', text: 'x'.repeat(1000) }])
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'], repaired: false },
      { line: 3, cells: ['c', 'd'], repaired: false },
    ])
  })
})

describe('quotes that break the rules', () => {
  it('are text where they stand inside of a cell, and close a quoted cell where they are meant to', () => {
    expect(read('5" screen;"a "quoted" word";b\n').records).toEqual([
      { line: 1, cells: ['5" screen', 'a "quoted" word', 'b'], repaired: true },
    ])
    expect(read('a; "spaces around" ;b\n').records).toEqual([{ line: 1, cells: ['a', 'spaces around', 'b'], repaired: false }])
  })
})
