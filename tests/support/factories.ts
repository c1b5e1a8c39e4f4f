import type { Input } from '../../shared/contract.ts'

type NewContact = Input<'contacts.create'>

/** A client as a receptionist would type her in. */
export const aContact = (over: NewContact = {}): NewContact => ({
  givenName: 'Anna',
  familyName: 'Petersen',
  phones: [{ label: 'mobile', number: '0176 123 45 67' }],
  emails: [{ label: 'home', address: 'anna@example.com' }],
  addresses: [{ label: 'home', street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', country: 'DE' }],
  tags: ['VIP'],
  ...over,
})
