import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTree } from '../../electron/einvoice/xml-tree.ts'
import { toCii } from '../../shared/einvoice/cii.ts'
import { scaled, timesRounded, sumOf } from '../../shared/einvoice/decimal.ts'
import type { EInvoice } from '../../shared/einvoice/model.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { fromCii } from '../../shared/einvoice/read-cii.ts'
import { fromUbl } from '../../shared/einvoice/read-ubl.ts'
import { breachesOf } from '../../shared/einvoice/rules/rules.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { circumstances, documents } from './documents.ts'

const bytesOf = (xml: string) => new TextEncoder().encode(xml)
const syntaxes = { ubl: { write: toUbl, read: fromUbl }, cii: { write: toCii, read: fromCii } }

describe.each(['ubl', 'cii'] as const)('Whatever the shop invoices, written as %s', syntax => {
  const { write, read } = syntaxes[syntax]
  const written = (invoice: EInvoice) => read(readTree(bytesOf(write(invoice))))

  it('reads back to the same, and keeps every rule of EN 16931', () => {
    fc.assert(
      fc.property(documents(), circumstances, (document, given) => {
        const invoice = inProfile(semanticOf(document, given), syntax)
        const back = written(invoice)
        expect(back).toEqual(invoice)
        expect(breachesOf(back)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('Whatever the shop invoices', () => {
  it('has prices that come to the amounts of its lines, to the cent', () => {
    fc.assert(
      fc.property(documents(), circumstances, (document, given) => {
        for (const { quantity, price, net, allowances } of semanticOf(document, given).lines) {
          const off = allowances.map(({ isCharge, amount }) => (isCharge ? `-${amount}` : amount))
          expect(timesRounded(scaled(quantity), scaled(price), 2) - sumOf(off)).toBe(scaled(net))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('adds up to what its paper says', () => {
    fc.assert(
      fc.property(documents(), circumstances, (document, given) => {
        const { totals } = semanticOf(document, given)
        const unit = document.currency === 'JPY' ? 1 : 100
        expect([totals.net, totals.tax, totals.gross, totals.due].map(Number)).toEqual(
          [document.net, document.tax, document.gross, document.gross - given.paid].map(amount => amount / unit),
        )
      }),
      { numRuns: 300 },
    )
  })
})
