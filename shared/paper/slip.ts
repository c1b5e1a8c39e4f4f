import { countryCode } from '../countries.ts'
import type { Document } from '../invoices/model.ts'
import { asksForMoney } from './facts.ts'
import { compactIban, groupedIban, isIban } from './iban.ts'
import type { Say, Slip } from './model.ts'
import { creditorReference, groupedReference, qrReference } from './reference.ts'

type Address = Document['buyer']['address']
/** `S` is a structured address; since November 2025 there is no other. */
type Party = Readonly<{ name: string; street: string; house: string; postalCode: string; town: string; country: string }>

const mostInCents = 99_999_999_999

/**
 * The Swiss QR-bill (SIX, Implementation Guidelines 2.3): for francs and euros on an account in Switzerland or Liechtenstein. null
 * where there is nothing to pay, or something that it cannot do without is missing.
 */
export function slipOf(document: Document, say: Say): Slip | null {
  const { seller, buyer, currency, open, number } = document
  const iban = compactIban(seller.bank.iban)
  const isSwiss = /^(CH|LI)/.test(iban) && isIban(iban) && ['CHF', 'EUR'].includes(currency)
  if (!isSwiss || number === null || !asksForMoney(document) || open > mostInCents) return null
  const creditor = partyOf(seller.bank.holder || seller.name, seller.address, '')
  if (!creditor) return null
  const debtor = partyOf(buyer.name, buyer.address, creditor.country)
  const reference = referenceOf(iban, number)
  const message = reference.type === 'NON' || !reference.saysNumber ? say('slip.number', { number }) : ''
  const amount = (open / 100).toFixed(2)
  return {
    code: codeOf({ iban, creditor, amount, currency, debtor, reference, message: clean(message, 140) }),
    account: groupedIban(iban),
    creditor: linesOf(creditor),
    debtor: debtor && linesOf(debtor),
    reference: groupedReference(reference.text),
    message,
    currency,
    amount: amount.replace(/\B(?=(\d{3})+\.)/g, '\u00a0'),
    words: wordsOf(say),
  }
}

const wordNames = ['paymentPart', 'receipt', 'account', 'reference', 'message', 'payableBy', 'payableByBlank'] as const
const furtherWords = ['currency', 'amount', 'acceptance', 'separate'] as const
const wordsOf = (say: Say) => Object.fromEntries([...wordNames, ...furtherWords].map(name => [name, say(`slip.${name}`)])) as Slip['words']

type Reference = Readonly<{ type: 'QRR' | 'SCOR' | 'NON'; text: string; saysNumber: boolean }>

/** Accounts whose bank number lies between 30000 and 31999 take a reference of 27 figures, and nothing else. */
function referenceOf(iban: string, number: string): Reference {
  const bank = Number(iban.slice(4, 9))
  if (bank >= 30_000 && bank <= 31_999) return { type: 'QRR', text: qrReference(number), saysNumber: /^[\d\W]+$/.test(number) }
  const text = creditorReference(number)
  return text === null ? { type: 'NON', text: '', saysNumber: false } : { type: 'SCOR', text, saysNumber: true }
}

/** null where the bill would be refused for it. A house number stands apart from its street. */
function partyOf(name: string, { street, postalCode, locality, country }: Address, home: string): Party | null {
  const [, road = street, house = ''] = /^(.*\D)\s+(\d+\s?\p{L}?)$/u.exec(street.trim()) ?? []
  const code = countryCode(country) ?? home
  const party = { name: clean(name, 70), street: clean(road, 70), house: clean(house, 16), country: code }
  const place = { postalCode: clean(postalCode, 16), town: clean(locality, 35) }
  return party.name && place.postalCode && place.town && code ? { ...party, ...place } : null
}

/** Letters that the guidelines allow; whatever else there is becomes a point. */
const clean = (text: string, length: number) =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[^\u0020-\u007e\u00a0-\u017f\u0218-\u021b€]/gu, '.')
    .trim()
    .slice(0, length)

/** The country is said where it is another. */
const linesOf = ({ name, street, house, postalCode, town, country }: Party) => [
  name,
  ...[[street, house].filter(Boolean).join(' ')].filter(Boolean),
  `${country === 'CH' || country === 'LI' ? '' : `${country}-`}${postalCode} ${town}`,
]

type Payload = Readonly<{
  iban: string
  creditor: Party
  amount: string
  currency: string
  debtor: Party | null
  reference: Reference
  message: string
}>

/** What the code holds, line by line; who is owed in the end is for future use and stays empty. */
function codeOf({ iban, creditor, amount, currency, debtor, reference, message }: Payload) {
  const partyLines = (party: Party | null) =>
    party ? ['S', party.name, party.street, party.house, party.postalCode, party.town, party.country] : Array<string>(7).fill('')
  return [
    ...['SPC', '0200', '1', iban],
    ...partyLines(creditor),
    ...partyLines(null),
    ...[amount, currency],
    ...partyLines(debtor),
    ...[reference.type, reference.text, message, 'EPD'],
  ].join('\n')
}
