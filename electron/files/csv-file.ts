import { writeWhole } from './whole-file.ts'

type Form = { delimiter: string; byteOrderMark: boolean }
type Rows = readonly (readonly string[])[]

/** Rows in portions: to hand on each by itself takes longer than to write it. */
export type Portions = AsyncIterable<Rows>

/** Rows as RFC 4180 has it. A line break inside a cell needs quotes, whichever it is; so do blanks that a reader might take off. */
export async function* csvOf(portions: Portions, { delimiter, byteOrderMark }: Form): AsyncGenerator<Uint8Array, void, undefined> {
  const unsafe = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`)
  if (byteOrderMark) yield Buffer.from('\ufeff')
  for await (const rows of portions) {
    let text = ''
    for (const row of rows) {
      let line = ''
      for (const cell of row) line += delimiter + (unsafe.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
      text += `${line.slice(1)}\r\n`
    }
    // Bytes at once: a text of so many pieces would wait for the disk piece by piece.
    yield Buffer.from(text)
  }
}

const writeCsv = (path: string, portions: Portions, form: Form) => writeWhole(path, csvOf(portions, form))

/** How tables are written that an accountant opens. */
export const tableForm: Form = { delimiter: ',', byteOrderMark: true }

/** Writes a table, header and all, and says how many rows follow the header. */
export async function writeTable(path: string, portions: Portions, form = tableForm) {
  let written = -1
  async function* counted() {
    for await (const rows of portions) {
      written += rows.length
      yield rows
    }
  }
  await writeCsv(path, counted(), form)
  return { rows: Math.max(0, written) }
}
