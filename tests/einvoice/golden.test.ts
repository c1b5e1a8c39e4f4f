import { describe, expect, it } from 'vitest'
import { toCii } from '../../shared/einvoice/cii.ts'
import { inProfile } from '../../shared/einvoice/profiles.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import { toUbl } from '../../shared/einvoice/ubl.ts'
import { aDocument, aLine, buyer, nothingPaid, seller } from './documents.ts'

const lines = [
  aLine({ name: 'Haarschnitt', description: 'mit Waschen\nund Föhnen', price: 4200 }),
  aLine({ kind: 'product', name: 'Shampoo <b>&', quantity: 3000, price: 1000, discount: { kind: 'percent', basisPoints: 1000 } }),
  aLine({ kind: 'product', name: 'Fachbuch', price: 2140, basisPoints: 700 }),
  aLine({ kind: 'deposit', name: 'Anzahlung R-2026-0003', price: -2000 }),
]
const typical = aDocument({
  lines,
  discount: { kind: 'amount', amount: 500 },
  header: 'Vielen Dank für Ihren Auftrag.',
  footer: 'Bis bald!',
  deliveredFrom: '2026-11-20',
  deliveredTo: '2026-11-24',
})
const credit = aDocument({
  kind: 'creditNote',
  number: 'K-2026-0001',
  dueOn: null,
  lines: [lines[0]!],
  credits: { id: 1, number: 'R-2026-0001', issuedOn: '2026-11-24' },
})
const elsewhere = aDocument({
  pricing: 'net',
  seller: { ...seller, vatId: 'ATU12345678', address: { ...seller.address, locality: 'Wien', postalCode: '1010', country: 'Österreich' } },
  buyer: { ...buyer, vatId: 'BE0123456749', address: { ...buyer.address, locality: 'Bruxelles', postalCode: '1000', country: 'BE' } },
  lines: [aLine({ taxCategory: 'K', basisPoints: 0, taxReason: 'Intra-Community supply', taxReasonCode: 'VATEX-EU-IC' })],
})

describe('A typical e-invoice', () => {
  it.each([
    ['xrechnung', typical],
    ['credit-note', credit],
    ['peppol', elsewhere],
  ])('is written in UBL as it was checked against the published examples: %s', async (name, document) => {
    await expect(toUbl(inProfile(semanticOf(document, nothingPaid), 'ubl'))).toMatchFileSnapshot(`golden/${name}.ubl.xml`)
  })

  it.each([
    ['xrechnung', typical],
    ['credit-note', credit],
  ])('is written in CII as it was checked against the published examples: %s', async (name, document) => {
    await expect(toCii(inProfile(semanticOf(document, nothingPaid), 'cii'))).toMatchFileSnapshot(`golden/${name}.cii.xml`)
  })
})
