import { describe, expect, it } from 'vitest'
import { readEmails, readTags, readText } from '../../shared/imports/cells.ts'
import { readBirthday, weighDateOrder } from '../../shared/imports/dates.ts'
import { splitName } from '../../shared/imports/names.ts'
import { readPhones } from '../../shared/imports/phones.ts'
import { noDefaults } from '../../shared/imports/defaults.ts'
import { createRowReader } from '../../shared/imports/row.ts'

const today = '2026-11-21'

/** What becomes of one row whose columns mean `fields`. */
function read(fields: readonly string[], cells: readonly string[], country = 'DE') {
  const reader = createRowReader({
    fields,
    dateOrders: fields.map(() => 'dayFirst'),
    country,
    today,
    tags: [],
    own: [],
    headers: [],
    defaults: noDefaults,
    isOwn: false,
  })
  return reader(cells)
}

describe('a whole name', () => {
  const parts = (text: string) => {
    const { namePrefix, givenName, additionalName, familyName, nameSuffix } = splitName(text)
    return [namePrefix, givenName, additionalName, familyName, nameSuffix]
  }

  it.each([
    ['Anna Petersen', ['', 'Anna', '', 'Petersen', '']],
    ['Petersen, Anna Maria', ['', 'Anna', 'Maria', 'Petersen', '']],
    ['Dr. Anna Maria von Berg', ['Dr.', 'Anna', 'Maria', 'von Berg', '']],
    ['Frau Prof. Dr. med. Ida van der Velde', ['Frau Prof. Dr. med.', 'Ida', '', 'van der Velde', '']],
    ['John Smith Jr.', ['', 'John', '', 'Smith', 'Jr.']],
    ['Smith, John, PhD', ['', 'John', '', 'Smith', 'PhD']],
    ['María de la Cruz', ['', 'María', '', 'de la Cruz', '']],
    ['Ahmed bin Said', ['', 'Ahmed', '', 'bin Said', '']],
    ['van der Velde, Jan', ['', 'Jan', '', 'van der Velde', '']],
    ['von Berg', ['', '', '', 'von Berg', '']],
    ['Herr Petersen', ['Herr', '', '', 'Petersen', '']],
    ['Familie Petersen', ['Familie', '', '', 'Petersen', '']],
    ['PETERSEN Anna Maria', ['', 'Anna', 'Maria', 'PETERSEN', '']],
    ['Anna Maria PETERSEN LANG', ['', 'Anna', 'Maria', 'PETERSEN LANG', '']],
    ['Anna', ['', 'Anna', '', '', '']],
  ])('%s is taken apart', (text, expected) => expect(parts(text)).toEqual(expected))

  it('under "Last name" is taken apart where nothing stands under "First name"', () => {
    expect(read(['givenName', 'familyName'], ['', 'Petersen, Anna']).contact).toMatchObject({ givenName: 'Anna', familyName: 'Petersen' })
  })
})

describe('a text', () => {
  it.each([
    ['"Anna"', 'Anna'],
    ['"Anna', 'Anna'],
    ['Anna"', 'Anna'],
    ['Anna "Anni" Lang', 'Anna "Anni" Lang'],
    ['\u00a0Anna\u00a0Maria ', 'Anna Maria'],
    ['\u202aAnna\u202c\u200b', 'Anna'],
    ["'=1+1", '=1+1'],
    ["'t Hart", "'t Hart"],
  ])('%j is cleaned', (cell, text) => expect(readText(cell)).toBe(text))
})

describe('phones in a cell', () => {
  it.each([
    ["'+49 176 1234567", [['+49 176 1234567', '']]],
    ['tel:+49-176-1234567', [['+49-176-1234567', '']]],
    [
      '* 0176 1234567 ::: 040 7654321',
      [
        ['0176 1234567', ''],
        ['040 7654321', ''],
      ],
    ],
    ['0161 1234567 (Mutter)', [['0161 1234567', 'Mutter']]],
    ['0161 1234567 - nur abends', [['0161 1234567', 'nur abends']]],
    ['Mutter: 0161 1234567', [['0161 1234567', 'Mutter']]],
    ['Tel. 040 7654321', [['040 7654321', '']]],
    [
      '040 7654321 / 0176 1234567',
      [
        ['040 7654321', ''],
        ['0176 1234567', ''],
      ],
    ],
    [
      '040 7654321, 0176 1234567',
      [
        ['040 7654321', ''],
        ['0176 1234567', ''],
      ],
    ],
    [
      '040 7654321 oder 0176 1234567',
      [
        ['040 7654321', ''],
        ['0176 1234567', ''],
      ],
    ],
    ['040/7654321', [['040/7654321', '']]],
    ['040 7654321 ext. 12', [['040 7654321 ext. 12', '']]],
    ['06\u00a012\u00a034\u00a056\u00a078', [['06 12 34 56 78', '']]],
    ['n/a', []],
  ])('%s are told apart', (cell, expected) => {
    expect(readPhones(cell).map(({ number, remark }) => [number, remark])).toEqual(expected)
  })

  it('keep a remark as the label, and as a note where there is a label', () => {
    expect(read(['name', 'phone'], ['Anna Lang', '0161 1234567 (Mutter)']).contact).toMatchObject({
      phones: [{ label: 'Mutter', number: '0161 1234567', e164: '+491611234567' }],
      note: '',
    })
    expect(read(['name', 'phone.mobile', 'note'], ['Anna Lang', '0161 1234567 (Mutter)', 'Tee']).contact).toMatchObject({
      phones: [{ label: 'mobile', number: '0161 1234567' }],
      note: 'Tee\n0161 1234567: Mutter',
    })
    expect(read(['name', 'phone'], ['Anna Lang', 'Handy 0161 1234567']).contact).toMatchObject({ phones: [{ label: 'mobile' }] })
  })

  it('are read with the country of the row, else of the shop', () => {
    const e164 = (land: string) => read(['name', 'phone', 'country'], ['Anna', '044 668 18 00', land]).contact?.phones[0]?.e164
    expect(['Schweiz', 'Suisse', 'CH', 'Switzerland'].map(e164)).toEqual(Array.from({ length: 4 }, () => '+41446681800'))
    expect([e164(''), e164('Atlantis')]).toEqual(['+49446681800', '+49446681800'])
  })
})

describe('e-mails in a cell', () => {
  it.each([
    ['mailto:anna@example.com', ['anna@example.com']],
    ['Anna Lang <anna@example.com>', ['anna@example.com']],
    ['"anna@example.com"', ['anna@example.com']],
    ["'anna@example.com'", ['anna@example.com']],
    ['anna@example.com; ruth@example.com', ['anna@example.com', 'ruth@example.com']],
    ['anna@example.com ::: ruth@example.com', ['anna@example.com', 'ruth@example.com']],
    ['anna@example.com / ruth@example.com', ['anna@example.com', 'ruth@example.com']],
    ['anna@example.com ruth@example.com', ['anna@example.com', 'ruth@example.com']],
    ['anna @ example.com', ['anna@example.com']],
    ['anna[at]example[dot]com', ['anna@example.com']],
    ['anna@example,com', ['anna@example.com']],
    ['anna@example.com.', ['anna@example.com']],
  ])('%s are told apart', (cell, expected) => expect(readEmails(cell)).toEqual(expected))
})

describe('tags in a cell', () => {
  it.each([
    ['"VIP","Berlin, Mitte"', ['VIP', 'Berlin, Mitte']],
    ['"Berlin, Mitte"', ['Berlin, Mitte']],
    ['* myContacts ::: * starred', ['starred']],
    ['VIP|Messe; Stamm', ['VIP', 'Messe', 'Stamm']],
  ])('%s are told apart', (cell, expected) => expect(readTags(cell)).toEqual(expected))
})

describe('a birthday', () => {
  const born = (text: string) => {
    const reading = readBirthday(text, 'dayFirst', today)
    return reading.birthday ?? reading.reason
  }

  it.each([
    ['1984-05-14', '1984-05-14'],
    ['1604-05-14', '--05-14'],
    ['14.05.1604', '--05-14'],
    ['19371130', '1937-11-30'],
    ['14051984', '1984-05-14'],
    ['30816', '1984-05-14'],
    ['30816,5', '1984-05-14'],
    ['14-05-1984', '1984-05-14'],
    ['05/25/1984', '1984-05-25'],
    ['5/14/1984 12:00:00 AM', '1984-05-14'],
    ['Mon, 14 May 1984', '1984-05-14'],
    ['21.11.26', '2026-11-21'],
    ['22.11.26', '1926-11-22'],
    ['22.11.2026', 'birthdayInFuture'],
    ['14.05.1884', 'birthdayTooOld'],
    ['1984', 'yearOnly'],
    ['31.04.1980', 'noSuchDay'],
    ['30816000', 'noSuchDay'],
    ['0/0/00', 'none'],
    ['1900-01-01', 'none'],
    ['0001-01-01 00:00:00', 'none'],
  ])('%s is %s', (text, expected) => expect(born(text)).toBe(expected))

  it('has its day and month told apart by the whole column, which says by which value', () => {
    const values = ['03/04/1980', '13.02.1981', '02/25/1982', '14/02/1983']
    expect(weighDateOrder(values, 'US')).toEqual({ order: 'dayFirst', because: 'value', value: '13.02.1981' })
    expect(weighDateOrder(['03/04/1980', '02/25/1982'], 'DE')).toEqual({ order: 'monthFirst', because: 'value', value: '02/25/1982' })
    expect(weighDateOrder(['03.04.1980'], 'US')).toEqual({ order: 'dayFirst', because: 'points', value: '03.04.1980' })
    expect(weighDateOrder(['03/04/1980'], 'US')).toEqual({ order: 'monthFirst', because: 'country', value: '' })
  })
})

describe('an address', () => {
  const address = (fields: readonly string[], cells: readonly string[]) =>
    read(['name', ...fields], ['Anna', ...cells]).contact?.addresses[0]

  it('in one cell is taken apart', () => {
    expect(address(['street'], ['Große Elbstraße 5, 22767 Hamburg'])).toMatchObject({
      street: 'Große Elbstraße 5',
      postalCode: '22767',
      locality: 'Hamburg',
    })
    expect(address(['street'], ['12 Main St, Apt 4, Springfield, IL 62701, USA'])).toMatchObject({
      ...{ street: '12 Main St, Apt 4', locality: 'Springfield', region: 'IL', postalCode: '62701', country: 'USA' },
    })
    expect(address(['locality'], ['D-22767 Hamburg'])).toMatchObject({ postalCode: '22767', locality: 'Hamburg', country: 'D' })
    expect(address(['postalCode'], ['1012 AB Amsterdam'])).toMatchObject({ postalCode: '1012 AB', locality: 'Amsterdam' })
  })

  it('stays as it is where its parts have columns of their own', () => {
    const cells = ['Große Elbstraße 5, Hinterhaus', '22767', 'Hamburg']
    expect(address(['street', 'postalCode', 'locality'], cells)).toMatchObject({
      street: cells[0],
      postalCode: '22767',
      locality: 'Hamburg',
    })
  })

  it('is several where its cells hold several', () => {
    const { contact } = read(['name', 'street', 'locality'], ['Anna', 'Weg 1 ::: Weg 2', 'Bonn ::: Kiel'])
    expect(contact?.addresses.map(({ street, locality }) => [street, locality])).toEqual([
      ['Weg 1', 'Bonn'],
      ['Weg 2', 'Kiel'],
    ])
  })
})

describe('a row with cells that cannot be read', () => {
  it('comes in without them, and each is named', () => {
    const { contact, problems } = read(
      ['name', 'email', 'phone', 'birthday', 'note'],
      ['Mia Lang', 'mia@', 'ruft an', '30.02.1980', 'x'.repeat(20_001)],
    )
    expect(contact).toMatchObject({ givenName: 'Mia', emails: [], phones: [], birthday: null, note: '' })
    expect(problems.map(({ column, reason }) => [column, reason]).sort()).toEqual([
      [1, 'emailInvalid'],
      [2, 'phoneWithoutDigits'],
      [3, 'noSuchDay'],
      [4, 'tooLong'],
    ])
  })

  it('is left out where nothing tells who it is', () => {
    expect(read(['name', 'email'], ['', 'mia@'])).toMatchObject({ contact: null, problems: [{ reason: 'emailInvalid' }] })
    expect(read(['name', 'birthday'], ['', '1.2.1980'])).toMatchObject({ contact: null, problems: [{ reason: 'nameMissing' }] })
  })
})
