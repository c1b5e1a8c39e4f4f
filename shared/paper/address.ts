import { countryCode } from '../countries.ts'
import type { Buyer, Seller } from '../invoices/model.ts'

type Address = Seller['address']

/** The place goes before the postal code there, with the state between them. */
const placeFirst = ['US', 'CA', 'AU', 'NZ', 'IN']
/** The postal code has a line of its own there. */
const codeApart = ['GB', 'IE']

/** Lines as the post wants them; the country only where the letter leaves its own. */
export function addressLines({ street, postalCode, locality, region, country }: Address, home: string, language: string) {
  const code = codeOf(country) ?? country
  const lines = placeFirst.includes(code)
    ? [street, [[locality, region].filter(Boolean).join(', '), postalCode].filter(Boolean).join(' ')]
    : codeApart.includes(code)
      ? [street, locality, region, postalCode]
      : [street, [postalCode, locality].filter(Boolean).join(' '), region]
  const abroad = code !== '' && code !== home ? countryName(code, language).toLocaleUpperCase(language) : ''
  return [...lines, abroad].filter(Boolean).flatMap(line => line.split(/\r?\n/))
}

export const recipientOf = ({ person, name, address }: Buyer, home: string, language: string) =>
  [person, name, ...addressLines(address, home, language)].filter(Boolean)

/** In one line, above the recipient. */
export const senderOf = (seller: Seller, language: string) =>
  [seller.name, ...addressLines(seller.address, homeOf(seller), language)].filter(Boolean).join(' · ')

/** Its code; empty where the seller has written none that we know. */
export const homeOf = ({ address }: Pick<Seller, 'address'>) => codeOf(address.country) ?? ''

/** A code is the common case, and knowing all names in all languages takes a moment. */
const codeOf = (country: string) => (/^[A-Z]{2}$/.test(country) ? country : countryCode(country))

const countryName = (code: string, language: string) =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code
