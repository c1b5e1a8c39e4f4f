import { stringify } from 'csv-stringify'
import { writeWhole } from './whole-file.ts'

type Form = { delimiter: string; byteOrderMark: boolean }

/** Writes rows as RFC 4180 has it. */
export async function writeCsv(path: string, rows: AsyncIterable<string[]>, { delimiter, byteOrderMark }: Form) {
  // A line break inside a cell needs quotes, whichever it is; so do blanks that a reader might take off.
  await writeWhole(path, rows, stringify({ delimiter, bom: byteOrderMark, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ }))
}
