import type { Document } from '../invoices/model.ts'
import { decimalsOf } from '../money.ts'
import type { PaymentMethod } from '../payments/model.ts'
import { decimalText } from './decimal.ts'
import { allowancesOf, linesOf } from './lines.ts'
import type { EInvoice, PaymentMeans } from './model.ts'
import { addressOf, buyerOf, sellerOf } from './parties.ts'
import { cleanLine, cleanText } from './text.ts'
import { sum, taxesOf } from './vat.ts'

/** What has been paid of it by now, and how; and the words that an e-invoice is written with, in the document's language. */
export type Circumstances = Readonly<{
  paid: number
  methods: readonly PaymentMethod[]
  words: Readonly<{
    discount: string
    onReceipt: string
    refund: string
    /** The parts that it is paid in; empty where there are none. */ instalments: string
  }>
}>

export const plainProfile = 'urn:cen.eu:en16931:2017'

/** UNCL 1001. */
const types = { invoice: '380', deposit: '386', creditNote: '381', quote: '310' } satisfies Record<Document['kind'], string>

/** A document as EN 16931 speaks of it. Whether it may go out so is for the rules to say. */
export function semanticOf(document: Document, { paid, methods, words }: Circumstances): EInvoice {
  const decimals = decimalsOf(document.currency)
  const isSubject = document.lines.some(({ taxCategory }) => taxCategory !== 'O')
  const isCredit = document.kind === 'creditNote'
  const due = document.gross - paid
  const dueOn = isCredit ? '' : (document.dueOn ?? '')
  const buyer = buyerOf(document, isSubject)
  return {
    customization: plainProfile,
    process: '',
    number: document.number ?? '',
    issuedOn: document.issuedOn ?? '',
    type: types[document.kind],
    currency: document.currency,
    dueOn,
    terms: due > 0 ? cleanText(termsOf(document, words)) : '',
    buyerReference: cleanLine(document.buyer.reference),
    note: [document.title, document.header, document.footer].map(cleanText).filter(Boolean).join('\n\n'),
    attachments: [],
    preceding: document.credits ? [{ number: document.credits.number, issuedOn: document.credits.issuedOn }] : [],
    seller: sellerOf(document, isSubject),
    buyer,
    ...deliveryOf(document, buyer.address),
    payments: paymentOf(document, due, methods),
    allowances: allowancesOf(document, decimals, cleanText(words.discount)),
    totals: totalsOf(document, paid, decimals),
    taxes: taxesOf(document, decimals),
    lines: linesOf(document, decimals, cleanText(words.discount)),
  }
}

/** BT-20: what BT-9 cannot say. Of several days that is the first, of what is paid in parts the next of them. */
function termsOf({ kind, dueOn, instalments }: Document, words: Circumstances['words']) {
  if (kind === 'creditNote') return words.refund
  if (instalments !== null) return words.instalments
  return dueOn === null ? words.onReceipt : ''
}

function totalsOf({ groups, net, tax, gross }: Document, paid: number, decimals: number) {
  const off = groups.map(group => group.linesNet - group.net)
  const total = (amounts: readonly number[]) => (amounts.length === 0 ? '' : decimalText(Math.abs(sum(amounts)), decimals))
  return {
    lines: decimalText(sum(groups.map(({ linesNet }) => linesNet)), decimals),
    allowances: total(off.filter(amount => amount > 0)),
    charges: total(off.filter(amount => amount < 0)),
    net: decimalText(net, decimals),
    tax: decimalText(tax, decimals),
    gross: decimalText(gross, decimals),
    paid: paid === 0 ? '' : decimalText(paid, decimals),
    rounding: '',
    due: decimalText(gross - paid, decimals),
  }
}

const nowhere = addressOf({ street: '', postalCode: '', locality: '', region: '', country: '' })

/** Goods that go to another country of the EU have to say where to (BR-IC-12). */
function deliveryOf({ deliveredFrom, deliveredTo, issuedOn, lines }: Document, buyerAddress: EInvoice['buyer']['address']) {
  const isPeriod = deliveredFrom !== null && deliveredTo !== null && deliveredFrom !== deliveredTo
  const leaves = lines.some(({ taxCategory }) => taxCategory === 'K')
  return {
    delivery: { on: isPeriod ? '' : (deliveredTo ?? deliveredFrom ?? issuedOn ?? ''), address: leaves ? buyerAddress : nowhere },
    period: isPeriod ? { from: deliveredFrom, to: deliveredTo } : { from: '', to: '' },
  }
}

/** UNCL 4461: cash, card, credit transfer within SEPA and elsewhere, clearing between partners, not defined. */
const codes = { cash: '10', card: '48', sepa: '58', transfer: '30', clearing: '97', other: '1' }

/** BG-16: how to pay what is due; of what has been paid, how that was. */
function paymentOf(document: Document, due: number, methods: readonly PaymentMethod[]): PaymentMeans[] {
  const { bank } = document.seller
  const account = cleanLine(bank.iban).replace(/\s/g, '').toUpperCase()
  const nothing = { reference: '', account: '', holder: '', bic: '' }
  const [method] = methods
  const isTransfer = document.kind !== 'creditNote' && account !== '' && (due > 0 || method === undefined || method === 'transfer')
  if (isTransfer) {
    const code = document.currency === 'EUR' ? codes.sepa : codes.transfer
    const names = { holder: cleanLine(bank.holder), bic: cleanLine(bank.bic).replace(/\s/g, '').toUpperCase() }
    return [{ code, reference: document.number ?? '', account, ...names }]
  }
  if (method === 'cash' || method === 'card') return [{ ...nothing, code: codes[method] }]
  if (document.kind === 'creditNote') return [{ ...nothing, code: codes.clearing }]
  return method === undefined ? [] : [{ ...nothing, code: codes.other }]
}
