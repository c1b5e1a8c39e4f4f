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

const nineToFive = [{ from: '09:00', to: '17:00' }]
export const weekdays = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []]

/** Somebody who works on weekdays and does nothing yet. */
export const aStaffMember = (over: Partial<Input<'staff.create'>> = {}): Input<'staff.create'> => ({
  name: 'Marlene',
  colour: 'teal',
  hours: { weeks: [weekdays], from: '2026-01-05' },
  services: [],
  ...over,
})

export const aService = (over: Partial<Input<'catalogue.createService'>> = {}): Input<'catalogue.createService'> => ({
  name: 'Haircut',
  durationMinutes: 45,
  ...over,
})

export const aProduct = (over: Partial<Input<'catalogue.createProduct'>> = {}): Input<'catalogue.createProduct'> => ({
  name: 'Comb',
  price: 450,
  ...over,
})
