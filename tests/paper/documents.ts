import type { Line } from '../../shared/invoices/line.ts'
import type { Buyer, Document, Seller } from '../../shared/invoices/model.ts'
import { totalsOf } from '../../shared/invoices/totals.ts'
import type { Look } from '../../electron/paper/look.ts'

export const aLook = (over: Partial<Look> = {}): Look => ({
  paper: 'A4',
  receiptWidth: 80,
  colour: '#0b6e5b',
  texts: { header: '', footer: '', quoteHeader: '', quoteFooter: '' },
  ...over,
})

export const aSeller = (over: Partial<Seller> = {}): Seller => ({
  name: 'Salon Marlene',
  owner: 'Marlene Krüger',
  address: { street: 'Lindenstraße 5', postalCode: '20099', locality: 'Hamburg', region: '', country: 'DE' },
  phone: '040 881 22 30',
  email: 'hallo@salon-marlene.example',
  website: 'salon-marlene.example',
  vatId: 'DE136695976',
  taxNumber: '22/815/08154',
  legal: '',
  bank: { holder: 'Marlene Krüger', iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX', name: 'Commerzbank' },
  ...over,
})

export const aBuyer = (over: Partial<Buyer> = {}): Buyer => ({
  name: 'Hansen Tischlerei GmbH',
  person: 'Daniel Weiß',
  address: { street: 'Am Kai 12', postalCode: '24937', locality: 'Flensburg', region: '', country: 'DE' },
  email: 'post@hansen.example',
  vatId: '',
  reference: '',
  ...over,
})

export type Wanted = Partial<Line> & { taxReason?: string }

export const aLine = (over: Wanted = {}): Line => ({
  ...{ id: 1, kind: 'service', itemId: null, staffId: null, name: 'Cut and colour', description: '', quantity: 1000, unit: 'C62' },
  ...{ price: 8400, discount: null, taxRateId: 1, taxCategory: 'S', basisPoints: 1900, taxReason: '', taxReasonCode: '' },
  ...{ amount: 0, net: 0, tax: 0, creditsLineId: null },
  ...over,
})

/** Counted as the app counts it. */
export function aDocument({ lines = [aLine()], ...over }: Partial<Document> = {}): Document {
  const { pricing = 'gross', discount = null, settled = 0 } = over
  const totals = totalsOf(
    lines.map(line => ({ ...line, amount: undefined })),
    pricing,
    discount,
  )
  const reasons = new Map(lines.map(({ taxCategory, basisPoints, taxReason }) => [`${taxCategory}${basisPoints}`, taxReason]))
  return {
    ...{ id: 1, kind: 'invoice', state: 'open', contactId: 1284, appointmentId: null, sourceId: null, pricing, language: 'de' },
    ...{ currency: 'EUR', number: '2026-0042', issuedAt: '2026-11-24T09:30:00.000Z', issuedOn: '2026-11-24', dueOn: '2026-12-08' },
    ...{
      deliveredFrom: null,
      deliveredTo: null,
      paymentDays: 14,
      instalments: null,
      validUntil: null,
      title: '',
      header: '',
      footer: '',
      note: '',
    },
    ...{ seller: aSeller(), buyer: aBuyer(), credits: null, decidedAt: null, discount },
    ...{ createdAt: '2026-11-24T09:00:00.000Z', changedAt: '2026-11-24T09:30:00.000Z' },
    lines: lines.map((line, index) => ({ ...line, id: index + 1, ...totals.lines[index]! })),
    groups: totals.groups.map(group => ({ ...group, reason: reasons.get(`${group.category}${group.basisPoints}`)!, reasonCode: '' })),
    ...{ discountAmount: totals.discount, discountNet: totals.discountNet, net: totals.net, tax: totals.tax, gross: totals.gross },
    ...{ settled, open: totals.gross - settled },
    ...over,
  }
}
