import { writeWhole } from './whole-file.ts'

type Form = { delimiter: string; byteOrderMark: boolean }
type Rows = Iterable<readonly string[]>

/** Rows in portions: to hand on each by itself takes longer than to write it. */
export type Portions = AsyncIterable<Rows>

/** `wrote` hears of each portion, how many rows there were in it. */
export async function* csvOf(
  portions: Portions,
  { delimiter, byteOrderMark }: Form,
  wrote: (rows: number) => void = () => undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const written = rowWriter(delimiter)
  if (byteOrderMark) yield Buffer.from('\ufeff')
  for await (const rows of portions) {
    let [text, count] = ['', 0]
    for (const row of rows) {
      text += written(row)
      count++
    }
    wrote(count)
    // Bytes at once: a text of so many pieces would wait for the disk piece by piece.
    yield Buffer.from(text)
  }
}

/**
 * Rows as RFC 4180 has it. A line break inside a cell needs quotes, whichever it is; so do blanks that a reader might take off. What stands
 * in the row above as well (the day of an invoice, its number) is not looked at again.
 */
function rowWriter(delimiter: string) {
  const unsafe = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`)
  const above: string[] = []
  const texts: string[] = []
  return (row: readonly string[]) => {
    above.length = texts.length = row.length
    for (let place = 0; place < row.length; place++) {
      const cell = row[place]!
      if (cell === above[place]) continue
      above[place] = cell
      texts[place] = unsafe.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
    }
    return `${texts.join(delimiter)}\r\n`
  }
}

/** How tables are written that an accountant opens. */
export const tableForm: Form = { delimiter: ',', byteOrderMark: true }

/** Writes a table, header and all, and says how many rows follow the header. */
export async function writeTable(path: string, portions: Portions, form = tableForm) {
  let written = -1
  await writeWhole(
    path,
    csvOf(portions, form, rows => (written += rows)),
  )
  return { rows: Math.max(0, written) }
}
