import { describe, expect, it } from 'vitest'
import { NewContact } from '../../shared/contacts/model.ts'
import { people } from '../../shared/demo/people.ts'
import { toE164 } from '../../shared/phone.ts'

const until = new Date('2026-11-21T12:00:00.000Z')
const shop = (count: number, seed = 1984) => [...people(seed, count, until)]
const contacts = shop(5000).map(({ contact }) => contact)
const share = (matching: unknown[]) => matching.length / contacts.length

/** Free for fiction by the regulators' lists, or an area that nobody has been given. */
const safeNumber = /^\+(4916[1567]\d{8}|49176040690\d{2}|494066969\d{3,11}|447700900\d{3}|336?3998\d{4}|4670174066\d)$/

describe('the demo shop', () => {
  it('is the same shop every time', () => {
    expect(shop(300)).toEqual(shop(300))
  })

  it('is another shop with another seed', () => {
    expect(shop(300, 7)).not.toEqual(shop(300))
  })

  it.each([1, 2, 3, 50, 2000])('has exactly %i contacts when that many are wanted', count => {
    expect(shop(count)).toHaveLength(count)
  })

  it('holds only contacts that a person could enter as well', () => {
    const refused = contacts.filter(contact => !NewContact.safeParse(contact).success)
    expect(refused).toEqual([])
  })

  it('has clients from four years, in the order in which they came, none from the future', () => {
    const moments = shop(5000).map(({ createdAt }) => createdAt)
    expect(moments).toEqual(moments.toSorted())
    expect(moments[0]?.slice(0, 7)).toBe('2022-11')
    expect(moments.at(-1)?.slice(0, 7)).toBe('2026-11')
    expect(moments.at(-1)! < until.toISOString()).toBe(true)
  })

  it('was never open on Sundays and Mondays', () => {
    const weekdays = new Set(shop(5000).map(({ createdAt }) => new Date(createdAt).getUTCDay()))
    expect([...weekdays].toSorted()).toEqual([2, 3, 4, 5, 6])
  })

  it('can reach nobody: numbers kept free for fiction, and mail to example domains', () => {
    const numbers = contacts.flatMap(({ phones }) => phones.map(phone => toE164(phone.number.replace(/ \(?\p{L}+[).]*$/u, ''), 'DE')))
    expect(numbers.filter(number => number === null || !safeNumber.test(number))).toEqual([])
    const addresses = contacts.flatMap(({ emails }) => emails.map(({ address }) => address))
    expect(addresses.filter(address => !/[@.]example\.(com|org|net)$/.test(address))).toEqual([])
  })

  it('does not give two strangers the same mobile number', () => {
    const mobiles = contacts.flatMap(({ phones: [phone] }) => (phone?.label === 'mobile' ? [toE164(phone.number, 'DE')] : []))
    const sharing = mobiles.length - new Set(mobiles).size
    // Those who were written down twice.
    expect(sharing / mobiles.length).toBeLessThan(0.03)
    expect(sharing).toBeGreaterThan(20)
  })

  it('is as untidy as a real one', () => {
    expect(share(contacts.filter(({ phones }) => phones.length === 0))).toBeGreaterThan(0.05)
    expect(share(contacts.filter(({ phones }) => phones.length > 1))).toBeGreaterThan(0.1)
    expect(share(contacts.filter(({ familyName, kind }) => kind === 'person' && !familyName))).toBeGreaterThan(0.02)
    expect(share(contacts.filter(({ birthday }) => birthday?.startsWith('--')))).toBeGreaterThan(0.03)
    expect(share(contacts.filter(({ organization, kind }) => kind === 'person' && organization))).toBeGreaterThan(0.01)
    expect(share(contacts.filter(({ kind }) => kind === 'company'))).toBeGreaterThan(0.01)
  })

  it('has names that are spelled in many ways', () => {
    const names = new Set(contacts.map(({ givenName, familyName }) => `${givenName} ${familyName}`))
    expect(names.size / contacts.length).toBeGreaterThan(0.8)
    for (const letter of 'äßçşığøåéãłńễ')
      expect(
        [...names].some(name => name.includes(letter)),
        letter,
      ).toBe(true)
  })

  it('is written down in the language of the salon', () => {
    const german = [...people(1984, 2000, until, 'de')].map(({ contact }) => contact)
    expect(german.some(({ tags }) => tags.includes('Stammkunde'))).toBe(true)
    expect(german.some(({ tags }) => tags.includes('Regular'))).toBe(false)
    expect(german.map(({ familyName }) => familyName)).toEqual(contactsOf(2000).map(({ familyName }) => familyName))
  })
})

const contactsOf = (count: number) => shop(count).map(({ contact }) => contact)
