import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'
import { vendorColumns } from './vendor-columns.ts'

const count = 5000

const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Messy rows under a vendor's own header. */
function anExport(vendor: string, delimiter: string, cells: (index: number) => Readonly<Record<string, string>>) {
  const headers = Object.keys(vendorColumns[vendor]!)
  const line = (texts: readonly string[]) => texts.map(text => quoted(text, delimiter)).join(delimiter)
  const rows = Array.from({ length: count }, (_, index) => {
    const values = cells(index)
    return line(headers.map(header => values[header] ?? ''))
  })
  return [line(headers), ...rows, ''].join('\r\n')
}

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
    const content = anExport('Google Contacts', ',', index => ({
      'First Name': ` Anna${index}`,
      'Last Name': `"Petersen ${index}`,
      Birthday: index % 2 ? '1604-05-14' : '1984-05-14',
      Labels: '* myContacts ::: VIP',
      'E-mail 1 - Label': '* Work',
      'E-mail 1 - Value': `anna${index}@example.com ::: mailto:a${index}@example.org`,
      'Phone 1 - Label': 'Mobile',
      'Phone 1 - Value': `+49\u00a0176 ${1_000_000 + index}`,
      'Address 1 - Street': 'Große Elbstraße 5',
      'Address 1 - City': 'Hamburg',
      'Address 1 - Postal Code': '22767',
      'Address 1 - Country': 'DE',
    }))
    const { result, again, contact } = await imported(content)
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
    const content = anExport('Outlook', ';', index => ({
      Title: 'Dr.',
      'First Name': 'Jörg',
      'Last Name': `Weiß ${index}`,
      'Home Street': 'Straße 1',
      'Home City': 'Köln',
      'Home Postal Code': '50667',
      'Mobile Phone': `0176 ${1_000_000 + index} (privat)`,
      'Business Phone': `0221 ${2_000_000 + index}`,
      'E-mail Address': `joerg${index}@example.com`,
      'E-mail Type': 'SMTP',
      Birthday: index % 10 ? '0/0/00' : '25.12.1979',
      Categories: 'VIP;Stammkunde',
    }))
    const { result, again, contact } = await imported(Buffer.from(content, 'latin1'))
    expect(result).toMatchObject({ created: count, incomplete: 0, failed: 0 })
    expect(again).toMatchObject({ unchanged: count, operation: null })
    expect(contact).toMatchObject({
      ...{ namePrefix: 'Dr.', givenName: 'Jörg', familyName: 'Weiß 0', birthday: '1979-12-25', tags: ['Stammkunde', 'VIP'] },
      phones: [
        { label: 'work', e164: '+492212000000' },
        { label: 'mobile', e164: '+491761000000' },
      ],
      addresses: [{ label: 'home', street: 'Straße 1', locality: 'Köln' }],
    })
  })

  it('from Square, with apostrophes and a few cells that nobody can read', async () => {
    const content = anExport('Square', ',', index => ({
      'Reference ID': `'${index}`,
      'First Name': 'Ruth',
      'Last Name': `Lindner ${index}`,
      'Email Address': index % 100 === 99 ? 'ruth@' : `ruth${index}@example.com`,
      'Phone Number': `'+4917${60_000_000 + index}`,
      'Street Address 1': '12 Main St',
      City: 'Springfield',
      'Postal Code': "'02139",
      Birthday: index % 100 === 99 ? '02/30/1980' : '02/25/1980',
      Memo: 'mag Tee, zahlt bar',
    }))
    const { result, again, contact } = await imported(content)
    expect(result).toMatchObject({ created: count, incomplete: count / 100, failed: 0 })
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: count })
    expect(contact).toMatchObject({
      ...{ givenName: 'Ruth', familyName: 'Lindner 0', birthday: '1980-02-25', note: 'mag Tee, zahlt bar' },
      phones: [{ e164: '+491760000000' }],
      emails: [{ address: 'ruth0@example.com' }],
    })
  })
})
