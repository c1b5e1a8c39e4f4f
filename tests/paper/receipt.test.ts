import { describe, expect, it } from 'vitest'
import { receiptOf } from '../../electron/paper/pdf.ts'
import { aBuyer, aDocument, aLine, aLook } from './documents.ts'
import { readPdf } from './read-pdf.ts'

const nobody = aBuyer({ name: '', person: '', address: { street: '', postalCode: '', locality: '', region: '', country: '' } })
const paid = aDocument({
  ...{ buyer: nobody, contactId: null, settled: 14_380, language: 'en' },
  lines: [aLine(), aLine({ name: 'Shampoo', price: 2990, quantity: 2000 })],
})

describe('a receipt for a roll', () => {
  it('says what a small invoice has to', async () => {
    const [page] = await readPdf((await receiptOf(paid, aLook())).bytes)
    expect(page!.lines).toEqual([
      'Salon Marlene',
      'Marlene Krüger',
      'Lindenstraße 5',
      '20099 Hamburg',
      '040 881 22 30',
      'hallo@salon-marlene.example',
      'salon-marlene.example',
      'VAT ID DE136695976',
      'Tax no. 22/815/08154',
      'Receipt 2026-0042',
      'Invoice no. | 2026-0042',
      'Date | 24 November 2026',
      'Supplied on | 24 November 2026',
      'Cut and colour | 84.00',
      '1 × 84.00',
      'Shampoo | 59.80',
      '2 × 29.90',
      'Total | €143.80',
      'incl. VAT 19% on 120.84 | 22.96',
      'Net | 120.84',
      'Paid | -143.80',
      'Paid. Thank you.',
    ])
  })

  it('is as wide as the roll, and as long as what is on it', async () => {
    for (const receiptWidth of [58, 80] as const) {
      const [page] = await readPdf((await receiptOf(paid, aLook({ receiptWidth }))).bytes)
      const lowest = Math.max(...page!.texts.map(({ y }) => y))
      expect(Math.round((page!.width * 25.4) / 72)).toBe(receiptWidth)
      expect(page!.height - lowest).toBeLessThan(40)
    }
  })

  it('goes on where a page of a PDF cannot be longer', async () => {
    const lines = Array.from({ length: 1000 }, (_line, index) => aLine({ name: `Service ${index + 1}` }))
    const pages = await readPdf((await receiptOf(aDocument({ lines }), aLook())).bytes)
    expect(pages).toHaveLength(2)
    expect(pages.flatMap(({ lines }) => lines.filter(line => line.startsWith('Service')))).toHaveLength(1000)
  })
})
