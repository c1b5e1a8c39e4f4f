import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { messyExports, rowsPerVendor } from '../support/vendors.ts'

const count = rowsPerVendor

async function imported(content: string | Buffer) {
  const shop = await aShopWithFiles()
  const file = shop.offer(content)
  const result = await shop.api.run('imports.run', { file })
  const again = await shop.api.run('imports.run', { file })
  const { contacts } = await shop.api('contacts.list', { text: '', limit: 1, sort: 'created', descending: false })
  expect(shop.bugs).toEqual([])
  return { result, again, contact: await shop.api('contacts.get', { id: contacts[0]!.id }) }
}

describe('a messy file of 5,000 rows goes in with no mapping by hand, and changes nothing the second time,', () => {
  it('from Google Contacts', async () => {
    const { result, again, contact } = await imported(messyExports.google())
    expect(result).toMatchObject({ created: count, incomplete: 0, failed: 0 })
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: count, operation: null })
    expect(contact).toMatchObject({
      ...{ givenName: 'Anna0', familyName: 'Petersen 0', birthday: '1984-05-14', tags: ['VIP'] },
      emails: [
        { label: 'work', address: 'anna0@example.com' },
        { label: 'work', address: 'a0@example.org' },
      ],
      phones: [{ label: 'mobile', e164: '+491761000000' }],
      addresses: [{ street: 'Große Elbstraße 5', postalCode: '22767', locality: 'Hamburg', country: 'DE' }],
    })
  })

  it('from Outlook for the desktop, in the code page of Windows', async () => {
    const { result, again, contact } = await imported(messyExports.outlook())
    expect(result).toMatchObject({ created: count, incomplete: 0, failed: 0 })
    expect(again).toMatchObject({ unchanged: count, operation: null })
    expect(contact).toMatchObject({
      ...{ namePrefix: 'Dr.', givenName: 'Jörg', familyName: 'Weiß 0', birthday: '1979-12-25', tags: ['Stammkunde', 'VIP'] },
      phones: [
        { label: 'work', e164: '+492212000000' },
        { label: 'mobile', e164: '+491763000000' },
      ],
      addresses: [{ label: 'home', street: 'Straße 1', locality: 'Köln' }],
    })
  })

  it('from Square, with apostrophes and a few cells that nobody can read', async () => {
    const { result, again, contact } = await imported(messyExports.square())
    expect(result).toMatchObject({ created: count, incomplete: count / 100, failed: 0 })
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: count })
    expect(contact).toMatchObject({
      ...{ givenName: 'Ruth', familyName: 'Lindner 0', birthday: '1980-02-25', note: 'mag Tee, zahlt bar' },
      phones: [{ e164: '+491760000000' }],
      emails: [{ address: 'ruth0@example.com' }],
    })
  })
})
