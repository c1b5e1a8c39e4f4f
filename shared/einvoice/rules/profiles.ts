import type { PostalAddress } from '../model.ts'
import { each, given, holds, type Rules } from './rule.ts'

/** What Peppol asks for beside EN 16931, and XRechnung with it. */
const addressed: Rules = {
  'PEPPOL-EN16931-R003': ({ buyerReference }) => given('buyerReference', buyerReference),
  'PEPPOL-EN16931-R010': ({ buyer }) => given('buyer.endpoint', buyer.endpoint.id),
  'PEPPOL-EN16931-R020': ({ seller }) => given('seller.endpoint', seller.endpoint.id),
}

/** These countries ask sellers for identifiers of registers that we do not know; Germany has XRechnung. */
const withRulesOfTheirOwn = ['DK', 'GR', 'IS', 'IT', 'NL', 'NO', 'SE']

export const peppolRules: Rules = {
  ...addressed,
  'national rules': ({ seller }) => holds('seller.address.country', !withRulesOfTheirOwn.includes(seller.address.country)),
  'DE-R': ({ seller, buyer }) => holds('buyer.address.country', seller.address.country !== 'DE' || buyer.address.country !== 'DE'),
}

/** XRechnung 3.0, of its rules those that concern what we write. */
export const xrechnungRules: Rules = {
  ...addressed,
  'national rules': ({ seller }) => holds('seller.address.country', seller.address.country === 'DE'),
  'BR-DE-1': ({ payments }) => holds('payments', payments.length > 0),
  'BR-DE-3': ({ seller }) => given('seller.address.locality', seller.address.locality),
  'BR-DE-4': ({ seller }) => given('seller.address.postalCode', seller.address.postalCode),
  'BR-DE-5': ({ seller }) => given('seller.contact.name', seller.contact.name),
  'BR-DE-6': ({ seller }) => given('seller.contact.phone', seller.contact.phone),
  'BR-DE-7': ({ seller }) => given('seller.contact.email', seller.contact.email),
  'BR-DE-8': ({ buyer }) => given('buyer.address.locality', buyer.address.locality),
  'BR-DE-9': ({ buyer }) => given('buyer.address.postalCode', buyer.address.postalCode),
  'BR-DE-10': ({ delivery: { address } }) => holds('delivery.address.locality', address.locality !== '' || isEmpty(address)),
  'BR-DE-11': ({ delivery: { address } }) => holds('delivery.address.postalCode', address.postalCode !== '' || isEmpty(address)),
  'BR-DE-14': ({ taxes }) => each('taxes', taxes, ({ rate }, path) => given(`${path}.rate`, rate)),
  'BR-DE-15': ({ buyerReference }) => given('buyerReference', buyerReference),
  'BR-DE-16': ({ seller }) => given('seller.vatId', seller.vatId || seller.taxNumber),
  'BR-DE-17': ({ type }) => holds('type', ['326', '380', '384', '389', '381', '875', '876', '877'].includes(type)),
  'BR-DE-18': ({ terms }) => holds('terms', !/^\s*#/m.test(terms)),
  'BR-DE-19': ({ payments }) =>
    each('payments', payments, ({ code, account }, path) => holds(`${path}.account`, code !== '58' || isIban(account))),
  'BR-DE-24-a': ({ payments }) => each('payments', payments, ({ code }, path) => holds(path, !['48', '54', '55'].includes(code))),
  'BR-DE-27': ({ seller }) => holds('seller.contact.phone', /(\d.*){3}/.test(seller.contact.phone)),
  'BR-DE-28': ({ seller }) => holds('seller.contact.email', /^[^@\s]+@([^@.\s]+\.)+[^@.\s]+$/.test(seller.contact.email)),
}

const isEmpty = (address: PostalAddress) => Object.values(address).every(part => part === '')

/** ISO 13616: with the first four characters last and letters as numbers, it leaves 1 of 97. */
export const isIban = (account: string) =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(account) && BigInt(figuresOf(account.slice(4) + account.slice(0, 4))) % 97n === 1n

const figuresOf = (text: string) => [...text].map(character => parseInt(character, 36)).join('')
