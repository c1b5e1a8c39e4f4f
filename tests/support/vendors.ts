import { vendorColumns } from '../imports/vendor-columns.ts'

export const rowsPerVendor = 5000

type Cells = Readonly<Record<string, string>>

const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

/** Rows under a vendor's own header. */
export function vendorTable(vendor: string, delimiter: string, rows: readonly Cells[]) {
  const headers = Object.keys(vendorColumns[vendor]!)
  const line = (texts: readonly string[]) => texts.map(text => quoted(text, delimiter)).join(delimiter)
  return [line(headers), ...rows.map(values => line(headers.map(header => values[header] ?? ''))), ''].join('\r\n')
}

const messy = (vendor: string, delimiter: string, cells: (index: number) => Cells) =>
  vendorTable(
    vendor,
    delimiter,
    Array.from({ length: rowsPerVendor }, (_, index) => cells(index)),
  )

/** A messy export of 5,000 rows from each. */
export const messyExports = {
  google: () =>
    messy('Google Contacts', ',', index => ({
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
    })),
  /** In the code page of Windows. */
  outlook: () =>
    Buffer.from(
      messy('Outlook', ';', index => ({
        Title: 'Dr.',
        'First Name': 'Jörg',
        'Last Name': `Weiß ${index}`,
        'Home Street': 'Straße 1',
        'Home City': 'Köln',
        'Home Postal Code': '50667',
        'Mobile Phone': `0176 ${3_000_000 + index} (privat)`,
        'Business Phone': `0221 ${2_000_000 + index}`,
        'E-mail Address': `joerg${index}@example.com`,
        'E-mail Type': 'SMTP',
        Birthday: index % 10 ? '0/0/00' : '25.12.1979',
        Categories: 'VIP;Stammkunde',
      })),
      'latin1',
    ),
  /** With apostrophes, and a few cells that nobody can read. */
  square: () =>
    messy('Square', ',', index => ({
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
    })),
}
