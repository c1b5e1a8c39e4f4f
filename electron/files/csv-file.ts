import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { writeWhole } from './whole-file.ts'

type Form = { delimiter: string; byteOrderMark: boolean }

/** Rows as RFC 4180 has it. A line break inside a cell needs quotes, whichever it is; so do blanks that a reader might take off. */
const asCsv = ({ delimiter, byteOrderMark }: Form) =>
  stringify({ delimiter, bom: byteOrderMark, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ })

export const writeCsv = (path: string, rows: AsyncIterable<string[]>, form: Form) => writeWhole(path, rows, asCsv(form))

/** For a file among others. */
export const csvOf = (rows: AsyncIterable<string[]>, form: Form): AsyncIterable<Uint8Array> =>
  Readable.from(rows).compose(asCsv(form)) as AsyncIterable<Uint8Array>

/** How tables are written that an accountant opens. */
export const tableForm: Form = { delimiter: ',', byteOrderMark: true }

/** Writes a table, header and all, and says how many rows follow the header. */
export async function writeTable(path: string, rows: AsyncIterable<string[]>) {
  let written = -1
  async function* counted() {
    for await (const row of rows) {
      written++
      yield row
    }
  }
  await writeCsv(path, counted(), tableForm)
  return { rows: Math.max(0, written) }
}
