import { countryCode } from '../countries.ts'
import type { Document } from '../invoices/model.ts'
import type { Party, PostalAddress } from './model.ts'
import { cleanLine, cleanText } from './text.ts'

type Address = Document['buyer']['address']

/** An address without a country is one of the seller's. */
export function addressOf({ street, postalCode, locality, region, country }: Address, home = ''): PostalAddress {
  const isGiven = [street, postalCode, locality, region].some(part => cleanLine(part) !== '')
  return {
    street: cleanLine(street),
    postalCode: cleanLine(postalCode),
    locality: cleanLine(locality),
    region: cleanLine(region),
    country: countryCode(country) ?? (isGiven && country.trim() === '' ? home : ''),
  }
}

/** Where nothing is subject to VAT, no VAT identifier may stand (BR-O-02). */
export function sellerOf({ seller }: Document, isSubject: boolean): Party {
  const [vatId, taxNumber, email] = [identifier(seller.vatId), cleanLine(seller.taxNumber), cleanLine(seller.email)]
  return {
    name: cleanLine(seller.name),
    // Buyers' programs know a seller without a VAT identifier by something else (BR-CO-26): the number that everybody has.
    identifier: isSubject && vatId ? '' : taxNumber || vatId,
    registration: '',
    vatId: isSubject ? vatId : '',
    taxNumber: isSubject ? taxNumber : '',
    legal: cleanText(seller.legal),
    endpoint: mailbox(email),
    address: addressOf(seller.address),
    contact: { name: cleanLine(seller.owner) || cleanLine(seller.name), phone: cleanLine(seller.phone), email },
  }
}

export function buyerOf({ buyer, seller }: Document, isSubject: boolean): Party {
  const email = cleanLine(buyer.email)
  return {
    name: cleanLine(buyer.name),
    ...{ identifier: '', registration: '', taxNumber: '', legal: '' },
    vatId: isSubject ? identifier(buyer.vatId) : '',
    endpoint: mailbox(email),
    address: addressOf(buyer.address, addressOf(seller.address).country),
    contact: { name: cleanLine(buyer.person), phone: '', email },
  }
}

const identifier = (text: string) => cleanLine(text).replace(/\s/g, '').toUpperCase()

const mailbox = (email: string) => ({ scheme: email ? 'EM' : '', id: email })
