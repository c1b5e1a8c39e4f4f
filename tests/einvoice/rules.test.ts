import { describe, expect, it } from 'vitest'
import { breachesOf, rules } from '../../shared/einvoice/rules/rules.ts'
import type { EInvoice } from '../../shared/einvoice/model.ts'
import { semanticOf } from '../../shared/einvoice/semantic.ts'
import type { Line } from '../../shared/invoices/line.ts'
import { aDocument, aLine, nothingPaid } from './documents.ts'

type Mutable<T> = T extends readonly (infer E)[] ? Mutable<E>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
type Wrong = (invoice: Mutable<EInvoice>) => void

const off = { kind: 'amount' as const, amount: 100 }
/** Discounts on it and on its lines, and what is taken back at a discount of its own: allowances and charges of both kinds. */
const withDiscounts = () =>
  semanticOf(
    aDocument({
      pricing: 'net',
      discount: { kind: 'percent', basisPoints: 1000 },
      lines: [aLine({ discount: off }), aLine({ price: -1000, discount: off, basisPoints: 700 })],
    }),
    nothingPaid,
  )

const breaks = (wrong: Wrong, invoice: EInvoice) => {
  const changed = structuredClone(invoice) as Mutable<EInvoice>
  wrong(changed)
  return breachesOf(changed).map(({ rule, path }) => `${rule} ${path}`)
}

const ofAll: readonly [string, Wrong][] = [
  ['BR-01 customization', i => (i.customization = '')],
  ['BR-02 number', i => (i.number = '')],
  ['BR-03 issuedOn', i => (i.issuedOn = '24.11.2026')],
  ['BR-04 type', i => (i.type = '')],
  ['BR-05 currency', i => (i.currency = '')],
  ['BR-06 seller.name', i => (i.seller.name = '')],
  ['BR-07 buyer.name', i => (i.buyer.name = '')],
  ['BR-08 seller.address', i => (i.seller.address = { street: '', postalCode: '', locality: '', region: '', country: '' })],
  ['BR-09 seller.address.country', i => (i.seller.address.country = '')],
  ['BR-10 buyer.address', i => (i.buyer.address = { street: '', postalCode: '', locality: '', region: '', country: '' })],
  ['BR-11 buyer.address.country', i => (i.buyer.address.country = '')],
  ['BR-12 totals.lines', i => (i.totals.lines = '')],
  ['BR-13 totals.net', i => (i.totals.net = '')],
  ['BR-14 totals.gross', i => (i.totals.gross = '')],
  ['BR-15 totals.due', i => (i.totals.due = '')],
  ['BR-16 lines', i => (i.lines = [])],
  ['BR-21 lines.0.id', i => (i.lines[0]!.id = '')],
  ['BR-22 lines.0.quantity', i => (i.lines[0]!.quantity = '')],
  ['BR-23 lines.0.unit', i => (i.lines[0]!.unit = '')],
  ['BR-24 lines.0.net', i => (i.lines[0]!.net = '')],
  ['BR-25 lines.0.name', i => (i.lines[0]!.name = '')],
  ['BR-26 lines.0.price', i => (i.lines[0]!.price = '')],
  ['BR-27 lines.0.price', i => (i.lines[0]!.price = '-1.00')],
  ['BR-29 period', i => (i.period = { from: '2026-11-24', to: '2026-11-23' })],
  ['BR-30 lines.0.period', i => (i.lines[0]!.period = { from: '2026-11-24', to: '2026-11-23' })],
  ['BR-31 allowances.0.amount', i => (i.allowances[0]!.amount = '')],
  ['BR-32 allowances.0.category', i => (i.allowances[0]!.category = '')],
  ['BR-33 allowances.0.reason', i => Object.assign(i.allowances[0]!, { reason: '', reasonCode: '' })],
  ['BR-36 allowances.1.amount', i => (i.allowances[1]!.amount = '')],
  ['BR-37 allowances.1.category', i => (i.allowances[1]!.category = '')],
  ['BR-38 allowances.1.reason', i => (i.allowances[1]!.reason = '')],
  ['BR-41 lines.0.allowances.0.amount', i => (i.lines[0]!.allowances[0]!.amount = '')],
  ['BR-42 lines.0.allowances.0.reason', i => Object.assign(i.lines[0]!.allowances[0]!, { reason: '', reasonCode: '' })],
  ['BR-43 lines.1.allowances.0.amount', i => (i.lines[1]!.allowances[0]!.amount = '')],
  ['BR-44 lines.1.allowances.0.reason', i => (i.lines[1]!.allowances[0]!.reason = '')],
  ['BR-45 taxes.0.net', i => (i.taxes[0]!.net = '')],
  ['BR-46 taxes.0.tax', i => (i.taxes[0]!.tax = '')],
  ['BR-47 taxes.0.category', i => (i.taxes[0]!.category = '')],
  ['BR-48 taxes.0.rate', i => (i.taxes[0]!.rate = '')],
  ['BR-49 payments.0.code', i => (i.payments[0]!.code = '')],
  ['BR-50 payments.0.account', i => (i.payments[0]!.account = '')],
  ['BR-55 preceding.0.number', i => (i.preceding = [{ number: '', issuedOn: '2026-11-20' }])],
  ['BR-57 delivery.address.country', i => (i.delivery.address.locality = 'Wien')],
  ['BR-61 payments.0.account', i => (i.payments[0]!.account = '')],
  ['BR-62 seller.endpoint.scheme', i => (i.seller.endpoint.scheme = '')],
  ['BR-63 buyer.endpoint.scheme', i => (i.buyer.endpoint.scheme = '')],
  ['BR-CO-04 lines.0.category', i => (i.lines[0]!.category = '')],
  ['BR-CO-09 seller.vatId', i => (i.seller.vatId = '123456789')],
  ['BR-CO-10 totals.lines', i => (i.totals.lines = '32.01')],
  ['BR-CO-11 totals.allowances', i => (i.totals.allowances = '')],
  ['BR-CO-12 totals.charges', i => (i.totals.charges = '1.00')],
  ['BR-CO-13 totals.net', i => (i.totals.net = '1.00')],
  ['BR-CO-14 totals.tax', i => (i.totals.tax = '1.00')],
  ['BR-CO-15 totals.gross', i => (i.totals.gross = '1.00')],
  ['BR-CO-16 totals.due', i => (i.totals.paid = '1.00')],
  ['BR-CO-17 taxes.0.tax', i => (i.taxes[0]!.tax = '8.90')],
  ['BR-CO-18 taxes', i => (i.taxes = [])],
  ['BR-CO-21 allowances.0.reason', i => Object.assign(i.allowances[0]!, { reason: '', reasonCode: '' })],
  ['BR-CO-22 allowances.1.reason', i => (i.allowances[1]!.reason = '')],
  ['BR-CO-23 lines.0.allowances.0.reason', i => Object.assign(i.lines[0]!.allowances[0]!, { reason: '', reasonCode: '' })],
  ['BR-CO-24 lines.1.allowances.0.reason', i => (i.lines[1]!.allowances[0]!.reason = '')],
  ['BR-CO-25 dueOn', i => (i.dueOn = '')],
  ['BR-CO-26 seller.vatId', i => (i.seller.vatId = '')],
  ['BR-S-01 taxes', i => (i.taxes = [])],
  ['BR-S-02 seller.vatId', i => Object.assign(i.seller, { vatId: '', taxNumber: '' })],
  ['BR-S-03 seller.vatId', i => Object.assign(i.seller, { vatId: '', taxNumber: '' })],
  ['BR-S-04 seller.vatId', i => Object.assign(i.seller, { vatId: '', taxNumber: '' })],
  ['BR-S-05 lines.0.rate', i => (i.lines[0]!.rate = '0')],
  ['BR-S-06 allowances.0.rate', i => (i.allowances[0]!.rate = '0')],
  ['BR-S-07 allowances.1.rate', i => (i.allowances[1]!.rate = '')],
  ['BR-S-08 taxes.0.net', i => (i.taxes[0]!.net = '37.90')],
  ['BR-S-09 taxes.0.tax', i => (i.taxes[0]!.tax = '8.90')],
  ['BR-S-10 taxes.0.reason', i => (i.taxes[0]!.reason = 'Why not')],
  ['BR-DEC-01 allowances.0.amount', i => (i.allowances[0]!.amount += '0')],
  ['BR-DEC-05 allowances.1.amount', i => (i.allowances[1]!.amount += '0')],
  ['BR-DEC-09 totals.lines', i => (i.totals.lines += '0')],
  ['BR-DEC-10 totals.allowances', i => (i.totals.allowances += '0')],
  ['BR-DEC-11 totals.charges', i => (i.totals.charges += '0')],
  ['BR-DEC-12 totals.net', i => (i.totals.net += '0')],
  ['BR-DEC-13 totals.tax', i => (i.totals.tax += '0')],
  ['BR-DEC-14 totals.gross', i => (i.totals.gross += '0')],
  ['BR-DEC-16 totals.paid', i => (i.totals.paid = '0.000')],
  ['BR-DEC-17 totals.rounding', i => (i.totals.rounding = '0.000')],
  ['BR-DEC-18 totals.due', i => (i.totals.due += '0')],
  ['BR-DEC-19 taxes.0.net', i => (i.taxes[0]!.net += '0')],
  ['BR-DEC-20 taxes.0.tax', i => (i.taxes[0]!.tax += '0')],
  ['BR-DEC-23 lines.0.net', i => (i.lines[0]!.net += '0')],
  ['BR-DEC-24 lines.0.allowances.0.amount', i => (i.lines[0]!.allowances[0]!.amount += '0')],
  ['BR-DEC-27 lines.1.allowances.0.amount', i => (i.lines[1]!.allowances[0]!.amount += '0')],
]

describe('A rule of EN 16931 is broken', () => {
  it('by none of these as they are', () => {
    expect(breachesOf(withDiscounts())).toEqual([])
    expect(withDiscounts()).toMatchObject({
      allowances: [{ isCharge: false }, { isCharge: true }],
      lines: [{ allowances: [{ isCharge: false }] }, { allowances: [{ isCharge: true }] }],
    })
  })

  it.each(ofAll)('%s', (breach, wrong) => {
    expect(breaks(wrong, withDiscounts())).toContain(breach)
  })
})

const families = [
  ['Z', 'Z'],
  ['E', 'E'],
  ['AE', 'AE'],
  ['IC', 'K'],
  ['G', 'G'],
  ['O', 'O'],
] as const

describe.each(families)('Of the category %s a rule is broken', (family, taxCategory) => {
  const untaxed = (over: Partial<Line>) => aLine({ taxCategory, basisPoints: 0, taxReason: taxCategory === 'Z' ? '' : 'Why', ...over })
  const invoice = semanticOf(
    aDocument({ pricing: 'net', discount: { kind: 'percent', basisPoints: 1000 }, lines: [untaxed({}), untaxed({ price: 100 })] }),
    nothingPaid,
  )
  const charged = semanticOf(aDocument({ pricing: 'net', discount: off, lines: [untaxed({ price: -1000 })] }), nothingPaid)
  const identified = (i: Mutable<EInvoice>) =>
    Object.assign(i.seller, family === 'O' ? { vatId: 'DE123456789' } : { vatId: '', taxNumber: '' })
  const rate = family === 'O' ? '0' : '19'

  it.each<[string, Wrong, EInvoice]>([
    ['01 taxes', i => (i.taxes = [...i.taxes, ...i.taxes]), invoice],
    ['02 seller.vatId', identified, invoice],
    ['03 seller.vatId', identified, invoice],
    ['04 seller.vatId', identified, charged],
    ['05 lines.0.rate', i => (i.lines[0]!.rate = rate), invoice],
    ['06 allowances.0.rate', i => (i.allowances[0]!.rate = rate), invoice],
    ['07 allowances.0.rate', i => (i.allowances[0]!.rate = rate), charged],
    ['08 taxes.0.net', i => (i.taxes[0]!.net = '0.01'), invoice],
    ['09 taxes.0.tax', i => (i.taxes[0]!.tax = '0.01'), invoice],
    ['10 taxes.0.reason', i => (i.taxes[0]!.reason = family === 'Z' ? 'Why' : ''), invoice],
  ])('%s', (rest, wrong, invoice) => {
    expect(breachesOf(invoice)).toEqual([])
    expect(breaks(wrong, invoice)).toContain(`BR-${family}-${rest}`)
  })
})

const ofOne: readonly [string, 'K' | 'O', Wrong][] = [
  ['BR-IC-02 buyer.vatId', 'K', i => (i.buyer.vatId = '')],
  ['BR-IC-11 delivery.on', 'K', i => (i.delivery.on = '')],
  ['BR-IC-12 delivery.address.country', 'K', i => (i.delivery.address.country = '')],
  ['BR-O-11 taxes.1.category', 'O', i => i.taxes.push({ ...i.taxes[0]!, category: 'S' })],
  ['BR-O-12 lines.1.category', 'O', i => i.lines.push({ ...i.lines[0]!, category: 'S' })],
  ['BR-O-13 allowances.1.category', 'O', i => i.allowances.push({ ...i.allowances[0]!, category: 'S' })],
  ['BR-O-14 allowances.0.category', 'O', i => i.allowances.push({ ...i.allowances[0]!, category: 'S', isCharge: true })],
]

describe('A rule of one category alone is broken', () => {
  const only = (taxCategory: 'K' | 'O') =>
    semanticOf(aDocument({ pricing: 'net', discount: off, lines: [aLine({ taxCategory, basisPoints: 0, taxReason: 'Why' })] }), nothingPaid)

  it.each(ofOne)('%s', (breach, category, wrong) => {
    expect(breaks(wrong, only(category))).toContain(breach)
  })
})

it('Every rule is tried here', () => {
  const ofFamilies = families.flatMap(([family]) =>
    Array.from({ length: 10 }, (_, index) => `BR-${family}-${String(index + 1).padStart(2, '0')}`),
  )
  const named = [...ofAll, ...ofOne].map(([breach]) => breach.split(' ')[0]!)
  expect([...new Set([...named, ...ofFamilies])].sort()).toEqual(Object.keys(rules).sort())
})
