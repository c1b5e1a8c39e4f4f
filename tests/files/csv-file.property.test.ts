import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvOf } from '../../electron/files/csv-file.ts'
import { createRecordReader } from '../../shared/imports/records.ts'

const cell = fc.string({
  unit: fc.constantFrom('a', 'ß', '"', ',', ';', ' ', '\t', '\n', '\r', '\u00a0', '\ufeff', '=', '1'),
  maxLength: 6,
})
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 })

async function written(portions: readonly string[][][], form: { delimiter: string; byteOrderMark: boolean }) {
  const parts: Uint8Array[] = []
  for await (const part of csvOf(inTurn(portions), form)) parts.push(part)
  return Buffer.concat(parts).toString()
}

async function* inTurn(portions: readonly string[][][]) {
  yield* portions
}

it('A table is written to the byte as csv-stringify writes it, whatever stands in its cells', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table), fc.constantFrom(',', ';', '\t'), fc.boolean(), async (portions, delimiter, byteOrderMark) => {
      const judge = stringify(portions.flat(), { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]|^\s|\s$/ })
      expect(await written(portions, { delimiter, byteOrderMark })).toBe(`${byteOrderMark ? '\ufeff' : ''}${judge}`)
    }),
    { numRuns: 500 },
  )
})

function readBack(text: string, delimiter: string) {
  const records: { cells: string[]; repaired: boolean }[] = []
  const onBroken = ({ reason }: { reason: string }) => expect.unreachable(reason)
  const reader = createRecordReader({
    delimiter,
    onRecord: ({ cells, repaired }) => records.push({ cells, repaired }),
    onBroken,
  })
  reader.push(text)
  reader.end()
  return records
}

it('A table that is written is read back by an import as it was, and nothing in it has to be repaired', async () => {
  const repeated = fc.array(fc.tuple(fc.array(cell, { minLength: 2, maxLength: 4 }), cell), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(repeated), fc.constantFrom(',', ';', '\t'), async (portions, delimiter) => {
      // As of the lines of a document: the first cells are those of the row above.
      const rows = portions.map(lines => lines.flatMap(([row, last]) => [row, [...row.slice(0, -1), last], row]))
      const read = readBack(await written(rows, { delimiter, byteOrderMark: false }), delimiter)
      expect(read).toEqual(rows.flat().map(cells => ({ cells, repaired: false })))
    }),
    { numRuns: 500 },
  )
})
