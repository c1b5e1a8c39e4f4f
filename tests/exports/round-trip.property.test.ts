import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/contract.ts'
import { NewContact, type Contact } from '../../shared/contacts/model.ts'
import { fold } from '../../shared/text.ts'
import { aShopWithFiles } from '../support/files.ts'

const nasty = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  "'",
  "''",
  "'=",
  '"',
  '""',
  ',',
  ';',
  '|',
  '\n',
  '\r\n',
  '\t',
  ':::',
  '* ',
  '* myContacts',
  'n/a',
  '-',
  'mailto:',
  'tel:',
]
const usual = [
  'Anna',
  'Öztürk',
  'ß',
  ' ',
  'GmbH',
  'Dr.',
  'von',
  '1',
  '😀',
  'Firma',
  'Person',
  'Mobil',
  'home',
  'Privat',
  'Berlin',
  '<a>',
  '\u00a0',
  '0176',
]
const text = fc.array(fc.constantFrom(...nasty, ...usual), { maxLength: 4 }).map(parts => parts.join('').trim().slice(0, 35).trim())
const filled = text.filter(text => text !== '')

const phone = fc.record({
  label: text,
  number: fc.constantFrom('0176 1234567', '+49 40 765 43 21', '=49', 'tel: 12', '040/1 ; 2', "'030 1", '* 9', '1-800-FLOWERS'),
})
const email = fc.record({
  label: text,
  address: fc.constantFrom(
    'anna@example.com',
    'Ruth@Example.COM',
    '=x@y',
    '+a@b.c',

    'a;b@c',
    '<x>@y',
    'mailto:a@b',
    "'q@r",
    'x@y.',
  ),
})
const address = fc
  .record({
    label: text,
    street: text,
    postalCode: text.map(text => text.slice(0, 20).trim()),
    locality: text,
    region: text,
    country: text,
  })
  // One that says nothing but what it is for is nothing in a table.
  .filter(({ label: _label, ...parts }) => Object.values(parts).some(part => part !== ''))

const samePhone = ({ number }: { number: string }) => number
const sameEmail = ({ address }: { address: string }) => address.toLowerCase()

const options = ['Fine', 'Milk, sugar', '"', "'=x", '1', 'n/a', '* a ::: b'].map((label, index) => ({ id: index + 1, label }))
/** One of each type, under names that mean something else as well. */
const ownFields: readonly Input<'fields.create'>[] = [
  { name: 'Customer number', type: 'text' },
  { name: 'E-mail', type: 'number' },
  { name: 'Note', type: 'date' },
  { name: 'Blocked', type: 'yesNo' },
  { name: 'Hair', type: 'choice', options },
  { name: 'Tags', type: 'choices', options },
  { name: 'Website', type: 'link' },
]
const optionId = fc.integer({ min: 1, max: options.length })
const custom = fc.record(
  {
    1: filled,
    2: fc.oneof(
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }).map(number => number + 0),
    ),
    3: fc.constantFrom('1984-05-14', '2031-12-31', '1604-02-29', '9999-01-01'),
    4: fc.boolean(),
    5: optionId,
    6: fc.uniqueArray(optionId, { minLength: 1, maxLength: 3 }),
    7: fc.constantFrom('https://example.com/a?b=1,2;3', 'mailto:anna@example.com', "tel:+49'1"),
  },
  { requiredKeys: [] },
)

const contact = fc
  .record({
    custom,
    kind: fc.constantFrom('person' as const, 'company' as const),
    ...{ namePrefix: text, givenName: text, additionalName: text, familyName: text, nameSuffix: text, organization: text },
    phones: fc.uniqueArray(phone, { maxLength: 3, selector: samePhone }),
    emails: fc.uniqueArray(email, { maxLength: 3, selector: sameEmail }),
    addresses: fc.array(address, { maxLength: 2 }),
    birthday: fc.constantFrom(null, '1984-05-14', '--02-29', '1604-03-02', '2026-11-21'),
    ...{ language: text, note: text, source: text },
    tags: fc.uniqueArray(filled, { maxLength: 3, selector: fold }),
  })
  .filter(contact => NewContact.safeParse(contact).success)

type Typed = Input<'contacts.create'>
const withoutIds = (contacts: readonly Contact[]) =>
  contacts.toSorted((a, b) => a.id - b.id).map(({ id: _id, createdAt: _createdAt, changedAt: _changedAt, ...contact }) => contact)

/** Another shop that imports what this one exports. */
async function moved(contacts: readonly Typed[], language: 'en' | 'de', delimiter: ',' | ';' | '\t') {
  const shop = await aShopWithFiles()
  const other = await aShopWithFiles()
  await shop.api('settings.update', { language })
  for (const field of ownFields) for (const { api } of [shop, other]) await api('fields.create', field)
  for (const contact of contacts) {
    shop.clock.now = new Date(shop.clock.now.getTime() + 1000)
    await shop.api('contacts.create', contact)
  }
  const { out, path } = shop.destination()
  await shop.api.run('exports.contacts', { out, delimiter, order: { sort: 'created' } })
  const { token: file } = other.offers.offerRead(path)
  const result = await other.api.run('imports.run', { file, onMatch: 'create' })
  const { problems } = await other.api('imports.problems', { import: result.import })
  const [before, after] = [withoutIds(await shop.allContacts()), withoutIds(await other.allContacts())]
  await shop.close()
  await other.close()
  return { before, after, problems }
}

describe('an export that is imported', () => {
  it('gives the same contacts, whatever people wrote into them', async () => {
    const named = contact.map(contact => ({ ...contact, familyName: contact.familyName || 'Petersen' }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(named, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('en' as const, 'de' as const),
        fc.constantFrom(',' as const, ';' as const, '\t' as const),
        async (contacts, language, delimiter) => {
          const { before, after, problems } = await moved(contacts, language, delimiter)
          expect(problems).toEqual([])
          expect(after).toEqual(before)
        },
      ),
      { numRuns: 40 },
    )
  })
})
