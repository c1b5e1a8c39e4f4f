import fc from 'fast-check'
import type { Line } from '../../shared/invoices/line.ts'
import type { Buyer, Document, Seller } from '../../shared/invoices/model.ts'
import { totalsOf } from '../../shared/invoices/totals.ts'
import type { Circumstances } from '../../shared/einvoice/semantic.ts'

export const seller: Seller = {
  name: 'Salon Morgenrot',
  owner: 'Jana Morgenrot',
  address: { street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', region: '', country: 'DE' },
  phone: '+49 40 123456',
  email: 'post@morgenrot.example',
  website: 'morgenrot.example',
  vatId: 'DE123456789',
  taxNumber: '42/123/45678',
  legal: 'Amtsgericht Hamburg, HRA 12345',
  bank: { holder: 'Jana Morgenrot', iban: 'DE02 1203 0000 0000 2020 51', bic: 'BYLADEM1001', name: 'DKB' },
}

export const buyer: Buyer = {
  name: 'Möller & Söhne GmbH',
  person: 'Anna Petersen',
  address: { street: 'Hauptstraße 1', postalCode: '10115', locality: 'Berlin', region: '', country: '' },
  email: 'rechnung@moeller.example',
  vatId: 'DE987654321',
  reference: '04011000-12345-34',
}

export const words = { discount: 'Discount', onReceipt: 'Payable on receipt', refund: 'Will be refunded', instalments: 'Payable in parts' }
export const nothingPaid: Circumstances = { paid: 0, methods: [], words }

export const aLine = (over: Partial<Line> = {}): Line => ({
  id: 1,
  kind: 'service',
  itemId: null,
  staffId: null,
  name: 'Haircut',
  description: '',
  quantity: 1000,
  unit: 'C62',
  price: 4200,
  discount: null,
  taxRateId: 1,
  taxCategory: 'S',
  basisPoints: 1900,
  taxReason: '',
  taxReasonCode: '',
  amount: 0,
  net: 0,
  tax: 0,
  creditsLineId: null,
  ...over,
})

/** As the shop would issue it: the sums are counted from the lines. */
export function aDocument({ lines = [aLine()], pricing = 'gross', discount = null, ...over }: Partial<Document> = {}): Document {
  const totals = totalsOf(
    lines.map(({ amount: _counted, ...line }) => line),
    pricing,
    discount,
  )
  const reasons = ({ category }: { category: string }) => lines.find(({ taxCategory }) => taxCategory === category)
  return {
    ...{ id: 1, kind: 'invoice', contactId: 1, appointmentId: null, sourceId: null, pricing, language: 'en', discount, currency: 'EUR' },
    ...{
      deliveredFrom: null,
      deliveredTo: null,
      paymentDays: 14,
      instalments: null,
      validUntil: null,
      title: '',
      header: '',
      footer: '',
      note: 'secret',
    },
    ...{ state: 'open', number: 'R-2026-0001', issuedAt: '2026-11-24T10:00:00.000Z', issuedOn: '2026-11-24', dueOn: '2026-12-08' },
    ...{ seller, buyer, credits: null, decidedAt: null, createdAt: '2026-11-24T09:00:00.000Z', changedAt: '2026-11-24T09:00:00.000Z' },
    lines: lines.map((line, index) => ({
      ...line,
      id: index + 1,
      amount: totals.lines[index]!.amount,
      net: totals.lines[index]!.netOfAll,
      tax: totals.lines[index]!.tax,
    })),
    groups: totals.groups.map(group => ({
      ...group,
      reason: reasons(group)?.taxReason ?? '',
      reasonCode: reasons(group)?.taxReasonCode ?? '',
    })),
    ...{ discountAmount: totals.discount, discountNet: totals.discountNet, net: totals.net, tax: totals.tax, gross: totals.gross },
    ...{ settled: 0, open: totals.gross },
    ...over,
  }
}

/** Emoji, Hebrew and Arabic, accents apart from their letters, what XML escapes, and what it forbids. */
const odd = ['💇🏽‍♀️', 'שלום', 'مرحبا', 'e\u0301', '<b>&"\'', ']]>', '\u0000\u0001\u000b', '\ud800', '\ufffe', '\r\n', '\t', '  ', 'ß', '‮']
const text = (maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) }, fc.constantFrom(...odd)), { maxLength: 4 })
    .map(parts => parts.join('').slice(0, maxLength))
const name = fc.tuple(fc.constantFrom('Haarschnitt', 'Ψωμί', '理髪', '💇'), text(40)).map(parts => parts.join(' '))

const discount = fc.option(
  fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
    fc.record({ kind: fc.constant('amount' as const), amount: fc.integer({ min: 0, max: 20_000 }) }),
  ),
)

const rates = [
  ...[1900, 700, 2000, 810, 50].map(basisPoints => ({ taxCategory: 'S' as const, basisPoints })),
  { taxCategory: 'S' as const, basisPoints: 0 },
  ...(['Z', 'E', 'AE', 'K', 'G', 'O'] as const).map(taxCategory => ({ taxCategory, basisPoints: 0 })),
]

const reasonOf = ({ taxCategory }: { taxCategory: string }) =>
  taxCategory === 'S' || taxCategory === 'Z' ? { taxReason: '', taxReasonCode: '' } : { taxReason: `Why ${taxCategory}`, taxReasonCode: '' }

const line = (rate: fc.Arbitrary<(typeof rates)[number]>) =>
  fc
    .record({
      name,
      description: text(60),
      quantity: fc.oneof(fc.constantFrom(1000, 2000, 3000, 500, -1000), fc.integer({ min: -3_000_000, max: 3_000_000 })),
      unit: fc.constantFrom('C62' as const, 'HUR' as const, 'KGM' as const),
      price: fc.oneof(fc.constantFrom(0, 1, 999, 1000, 4200), fc.integer({ min: -100_000, max: 1_000_000 })),
      discount,
      rate,
    })
    .map(({ rate, ...rest }) => aLine({ ...rest, ...rate, ...reasonOf(rate) }))

/** One that was paid before: taken off again, with its tax. */
const deposit = fc.integer({ min: 1, max: 50_000 }).map(amount => aLine({ kind: 'deposit', name: 'Anzahlung R-1', price: -amount }))

const lines = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.oneof({ weight: 5, arbitrary: line(fc.constantFrom(...rates)) }, deposit), { minLength: 1, maxLength: 8 }),
  },
  fc.array(line(fc.constant(rates.at(-1)!)), { minLength: 1, maxLength: 3 }),
)

const kinds = fc.constantFrom('invoice' as const, 'deposit' as const, 'creditNote' as const)
const day = fc.constantFrom(null, '2026-11-01', '2026-11-24')

export const documents = (currencies: readonly string[] = ['EUR', 'CHF', 'JPY']) =>
  fc
    .record({
      kind: kinds,
      currency: fc.constantFrom(...currencies),
      pricing: fc.constantFrom('net' as const, 'gross' as const),
      lines,
      discount,
      buyerName: name,
      title: text(20),
      footer: text(80),
      deliveredFrom: day,
      deliveredTo: day.filter(to => to !== '2026-11-01'),
      dueOn: fc.constantFrom(null, '2026-12-08'),
      reference: fc.constantFrom('', '04011000-12345-34'),
      country: fc.constantFrom('', 'DE', 'Österreich', 'FR'),
    })
    .map(({ buyerName, reference, country, ...over }) =>
      aDocument({
        ...over,
        buyer: { ...buyer, name: buyerName, reference, address: { ...buyer.address, country } },
        credits: over.kind === 'creditNote' ? { id: 7, number: 'R-2026-0007', issuedOn: '2026-11-20' } : null,
      }),
    )

export const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  paid: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })),
  methods: fc.subarray(['cash', 'card', 'transfer', 'other'] as const),
  words: fc.constant(words),
})
