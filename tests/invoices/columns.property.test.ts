import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tableForm } from '../../electron/files/csv-file.ts'
import { aShopWithFiles } from '../support/files.ts'
import { furnishShop } from '../support/shop.ts'
import { createRecordReader } from '../../shared/imports/records.ts'

const name = fc
  .string({
    unit: fc.constantFrom('a', 'ß', '"', ',', ';', ' ', '\t', '\n', '\r', '=', "'", '+', '@', '-', '1'),
    minLength: 1,
    maxLength: 8,
  })
  .filter(text => text.trim() !== '')
const line = fc.record({ name, price: fc.integer({ min: 0, max: 100_000 }), quantity: fc.integer({ min: 1, max: 5000 }) })
const documents = fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })

function readBack(text: string) {
  const rows: string[][] = []
  const onBroken = ({ reason }: { reason: string }) => expect.unreachable(reason)
  const reader = createRecordReader({ delimiter: tableForm.delimiter, onRecord: ({ cells }) => rows.push(cells), onBroken })
  reader.push(text.slice(1))
  reader.end()
  return rows.slice(1)
}

const guarded = (text: string) => (/^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const whole = (text: string) => Number(text.replace('.', ''))

it('an import reads each line of every document as it stands in the books, whatever the lines are called', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async drafts => {
      const { destination, ...app } = await aShopWithFiles()
      const { api, anInvoice, aLine } = await furnishShop(app)
      const issued = []
      for (const lines of drafts) issued.push(await anInvoice({ lines: lines.map(aLine) }))
      const { out, read } = destination()
      await api.run('exports.invoices', { from: '2026-01-01', to: '2027-12-31', rows: 'lines', out })
      const expected = issued.flatMap(({ number, issuedOn, buyer, lines }) =>
        lines.map(line => [number, issuedOn, buyer.name, guarded(line.name), line.quantity / 1000, line.price, line.amount, line.tax]),
      )
      const told = readBack(read()).map(([number, , day, buyer, item, quantity, , price, amount, , , , tax]) => [
        ...[number, day, buyer, item, Number(quantity)],
        ...[price, amount, tax].map(text => whole(text!)),
      ])
      expect(told).toEqual(expected)
      await app.close()
    }),
    { numRuns: 15 },
  )
})
