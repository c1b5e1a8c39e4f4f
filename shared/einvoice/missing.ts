import { Missing, type Document } from '../invoices/model.ts'
import { breachesOf, type Breach } from './rules/rules.ts'
import { semanticOf } from './semantic.ts'

/** What an e-invoice may lack: of what any invoice needs, more than the law asks for; and amounts that it can hold. */
export const lacks = [...Missing.exclude(['instalments']).options, 'lineName', 'twoDecimals'] as const
export type Lack = (typeof lacks)[number]

/** What breaks no rule for want of words: they are written when it is issued. */
const nothingPaid = { paid: 0, methods: [], words: { discount: '-', onReceipt: '-', refund: '-', instalments: '-' } }

/** What has to be filled in before an e-invoice can be made of a document; its number and day come when it is issued. */
export function missingFor(document: Document): Lack[] {
  const found = breachesOf(semanticOf(document, nothingPaid)).map(missingOf)
  return [...new Set(found.filter(missing => missing !== null))]
}

function missingOf({ rule, path }: Breach): Lack | null {
  if (rule.startsWith('BR-DEC-')) return 'twoDecimals'
  if (path === 'lines') return 'lines'
  if (/^lines\.\d+\.name$/.test(path)) return 'lineName'
  if (/^taxes\.\d+\.reason$/.test(path)) return 'taxReason'
  return byPath[path] ?? null
}

const byPath: Readonly<Record<string, Lack>> = {
  'seller.name': 'sellerName',
  'seller.address': 'sellerAddress',
  'seller.address.country': 'sellerAddress',
  'seller.vatId': 'sellerTaxNumber',
  'buyer.name': 'buyerName',
  'buyer.address': 'buyerAddress',
  'buyer.address.country': 'buyerAddress',
  'buyer.vatId': 'buyerVatId',
  'delivery.address.country': 'buyerAddress',
}
