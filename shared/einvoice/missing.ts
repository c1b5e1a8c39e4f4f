import { countryCode } from '../countries.ts'
import type { Document, Missing } from '../invoices/model.ts'
import type { Lack } from './lack.ts'
import { xrechnungRules } from './rules/profiles.ts'
import { breachesOf, type Breach } from './rules/rules.ts'
import { semanticOf } from './semantic.ts'

/** What breaks no rule for want of words: they are written when it is issued. */
const nothingPaid = { paid: 0, methods: [], words: { discount: '-', onReceipt: '-', refund: '-', instalments: '-' } }

/** What has to be filled in before an e-invoice can be made of a document; its number and day come when it is issued. */
export function missingFor(document: Document): Lack[] {
  return lacksIn(breachesOf(semanticOf(document, nothingPaid)))
}

/** The same before it is issued, when it can still be filled in: with what a German authority, known by its reference, would refuse it for. */
export function lacksOf(document: Document): Lack[] {
  const invoice = semanticOf(document, nothingPaid)
  const isForAuthority = leitwegId.test(invoice.buyerReference) && invoice.seller.address.country === 'DE'
  return lacksIn([...breachesOf(invoice), ...(isForAuthority ? breachesOf(invoice, askedByAuthorities) : [])])
}

/** Without a tax number nothing is issued anyway, and where nothing is subject to VAT it has another place (BR-O-02). */
const { 'BR-DE-16': _known, ...askedByAuthorities } = xrechnungRules

/** Where to in a German administration: coarse, sometimes fine, two check digits. */
const leitwegId = /^\d{2,12}(-[A-Z\d]{1,30})?-\d{2}$/i

/** Whose invoices follow EN 16931: the countries of the European Economic Area. */
const withEInvoices = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '))

/** Whether somebody buys who has to be able to get an e-invoice: a business, or an authority, known by what only they have. */
export function needsEInvoice({ kind, buyer, seller }: Pick<Document, 'kind' | 'buyer' | 'seller'>) {
  const country = countryCode(seller.address.country)
  return kind !== 'quote' && (buyer.vatId !== '' || buyer.reference !== '') && country !== null && withEInvoices.has(country)
}

/**
 * What nobody is asked for already, and can fill in: a currency is what it is. Where nobody is named, nobody gets an e-invoice, and
 * of a quote there is none.
 */
export function lacksBeside(document: Document, missing: readonly Missing[]): Lack[] {
  if (document.kind === 'quote' || !(document.buyer.name || document.buyer.reference || document.buyer.vatId)) return []
  const known = new Set<Lack | Missing>([...missing, 'twoDecimals'])
  return lacksOf(document).filter(lack => !known.has(lack))
}

const lacksIn = (breaches: readonly Breach[]): Lack[] => [...new Set(breaches.map(missingOf).filter(missing => missing !== null))]

function missingOf({ rule, path }: Breach): Lack | null {
  if (rule.startsWith('BR-DEC-')) return 'twoDecimals'
  if (path === 'lines') return 'lines'
  if (/^lines\.\d+\.name$/.test(path)) return 'lineName'
  if (/^taxes\.\d+\.reason$/.test(path)) return 'taxReason'
  if (/^payments\.\d+\.account$/.test(path)) return 'sellerBank'
  return byPath[path] ?? null
}

const byPath: Readonly<Record<string, Lack>> = {
  'seller.name': 'sellerName',
  'seller.address': 'sellerAddress',
  'seller.address.country': 'sellerAddress',
  'seller.address.locality': 'sellerTown',
  'seller.address.postalCode': 'sellerTown',
  'seller.vatId': 'sellerTaxNumber',
  'seller.contact.phone': 'sellerPhone',
  'seller.contact.email': 'sellerEmail',
  'seller.endpoint': 'sellerEmail',
  'buyer.name': 'buyerName',
  'buyer.address': 'buyerAddress',
  'buyer.address.country': 'buyerAddress',
  'buyer.address.locality': 'buyerTown',
  'buyer.address.postalCode': 'buyerTown',
  'buyer.vatId': 'buyerVatId',
  'buyer.endpoint': 'buyerEmail',
  'delivery.address.country': 'buyerAddress',
  payments: 'sellerBank',
}
