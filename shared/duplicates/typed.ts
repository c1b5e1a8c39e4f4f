import { Address, Email, Phone, type NewContact } from '../contacts/model.ts'
import type { ContactDraft } from '../contacts/draft.ts'

type Told = 'kind' | 'givenName' | 'additionalName' | 'familyName' | 'nameSuffix' | 'organization' | 'phones' | 'emails' | 'addresses'
export type Typed = Pick<NewContact, Told | 'birthday'>

const TypedPhone = Phone.omit({ e164: true })
const digitsAtLeast = 6

/**
 * What a form that is being filled in says so far, without what is not finished yet. Null while that is too little to tell anybody
 * by: a name alone is many people's, it takes a telephone, an e-mail address, or a second thing beside the name.
 */
export function typedSoFar(draft: Pick<ContactDraft, Told>, birthday: string | null): Typed | null {
  const { kind, givenName, additionalName, familyName, nameSuffix, organization } = draft
  const phones = draft.phones.filter(phone => TypedPhone.safeParse(phone).success && digitsOf(phone.number) >= digitsAtLeast)
  const emails = draft.emails.filter(email => Email.safeParse(email).success)
  const addresses = draft.addresses.filter(address => Address.safeParse(address).success && address.street + address.postalCode)
  const names = [givenName, familyName, organization].filter(name => name.trim() !== '').length
  const isEnough = phones.length + emails.length > 0 || (names > 0 && names + addresses.length + Number(birthday !== null) > 1)
  if (!isEnough) return null
  return { kind, givenName, additionalName, familyName, nameSuffix, organization, phones, emails, addresses, birthday }
}

const digitsOf = (number: string) => number.replace(/\D/g, '').length
