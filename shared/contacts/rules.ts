import { nationalNumber } from '../phone.ts'
import { fold, hash, hasUmlaut, spelledOut } from '../text.ts'
import type { Address, Contact, Email, Phone } from './model.ts'
import { backwards } from './search.ts'

type Named = Pick<Contact, 'kind' | 'namePrefix' | 'givenName' | 'additionalName' | 'familyName' | 'nameSuffix' | 'organization'>
type Reachable = { phones: readonly Pick<Phone, 'number' | 'e164'>[]; emails: readonly Pick<Email, 'address'>[] }
type Sortable = Pick<Contact, 'kind' | 'givenName' | 'additionalName' | 'familyName' | 'organization'>

function join(...parts: string[]) {
  let text = ''
  for (const part of parts) if (part !== '') text += text === '' ? part : ` ${part}`
  return text
}

/** What a contact is called on the screen: a company by its name, a person by theirs, else whatever there is. */
export function displayName(contact: Named & Reachable): string {
  const person = join(contact.namePrefix, contact.givenName, contact.additionalName, contact.familyName, contact.nameSuffix)
  const name = contact.kind === 'company' ? contact.organization || person : person || contact.organization
  return name || (contact.emails[0]?.address ?? contact.phones[0]?.number ?? '')
}

/** Lists sort people by family name, companies by their name. Nameless contacts come last. */
export function sortName(contact: Sortable & Reachable) {
  const person = join(contact.familyName, contact.givenName, contact.additionalName)
  const name = contact.kind === 'company' ? contact.organization || person : person || contact.organization
  return name ? fold(name) : `\u{10ffff}${fold(contact.emails[0]?.address ?? contact.phones[0]?.number ?? '')}`
}

export const sortOrganization = (contact: Pick<Contact, 'organization'>) => fold(contact.organization)

type Searchable = Pick<Contact, 'givenName' | 'additionalName' | 'familyName' | 'organization'> &
  Reachable & { addresses: readonly Pick<Address, 'postalCode' | 'locality'>[]; custom: Contact['custom'] }

/** The words by which a contact is found, folded. */
export function searchText(contact: Searchable) {
  let text = `${contact.givenName} ${contact.additionalName} ${contact.familyName} ${contact.organization}`
  for (const { address } of contact.emails) text += ` ${address}`
  for (const { postalCode, locality } of contact.addresses) text += ` ${postalCode} ${locality}`
  for (const key in contact.custom) text += searchable(contact.custom[key])
  let tokens = fold(text)
  if (hasUmlaut(text)) tokens += ` ${fold(spelledOut(text))}`
  for (const phone of contact.phones) tokens += phoneTokens(phone)
  return tokens
}

/** What somebody wrote; days, numbers and choices are not looked for by words. */
const searchable = (value: Contact['custom'][string] | undefined) =>
  typeof value === 'string' && !/^\d{4}-\d\d-\d\d$/.test(value) ? ` ${value}` : ''

/** The number with and without its country, and backwards behind an x: a prefix of that is the end of the number. */
function phoneTokens({ number, e164 }: Pick<Phone, 'number' | 'e164'>) {
  if (e164) return ` ${e164.slice(1)} ${nationalNumber(e164)} ${backwards(e164.slice(1))}`
  const digits = number.replace(/\D/g, '').replace(/^0+/, '')
  return ` ${digits} ${backwards(digits)}`
}

type Matchable = Reachable & {
  sortName: string
  birthday: string | null
  addresses: readonly Pick<Address, 'postalCode' | 'locality'>[]
}

/**
 * Hashes by which another record of the same contact is found: each e-mail and phone; without any, the name with birthday and
 * place. Equal keys only suggest a match.
 */
export function matchKeys(contact: Matchable): number[] {
  const keys = new Set<number>()
  for (const { address } of contact.emails) keys.add(emailKey(address))
  for (const phone of contact.phones) keys.add(phoneKey(phone))
  if (keys.size === 0) keys.add(nameKey(contact))
  return [...keys]
}

export const emailKey = (address: string) => hash(`e${address.toLowerCase()}`)
export const phoneKey = ({ number, e164 }: Pick<Phone, 'number' | 'e164'>) => hash(`p${e164 ?? number.replace(/\D/g, '')}`)
export const nameKey = ({ sortName, birthday, addresses: [home] }: Matchable) =>
  hash(`n${sortName}|${birthday ?? ''}|${fold(home?.postalCode ?? '')}|${fold(home?.locality ?? '')}`)
