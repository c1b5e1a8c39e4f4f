import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvOf } from '../../electron/files/csv-file.ts'

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
