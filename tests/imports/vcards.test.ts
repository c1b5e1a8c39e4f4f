import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'

async function imported(content: string | Buffer) {
  const shop = await aShopWithFiles()
  const file = shop.offer(content, 'kontakte.vcf')
  const preview = await shop.api('imports.preview', { file })
  const result = await shop.api.run('imports.run', { file })
  const { problems } = await shop.api('imports.problems', { import: result.import })
  expect(shop.bugs).toEqual([])
  return { preview, result, problems, contacts: await shop.allContacts() }
}

const cards = (...cards: readonly (readonly string[])[]) =>
  cards.map(lines => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')).join('')

describe('a file of cards', () => {
  it('of version 3 and 4 comes in with all that a contact has', async () => {
    const { preview, result, contacts } = await imported(
      cards(
        [
          ...[
            'VERSION:3.0',
            'N:Petersen;Anna;Maria;Dr.;',
            'FN:Dr. Anna Maria Petersen',
            'ORG:Salon Petersen;Farbe',
            'TEL;TYPE=CELL,VOICE:+49 176 1234567',
          ],
          ...[
            'TEL;TYPE=WORK,FAX:040 7654321',
            'item1.TEL:040 1111111',
            'item1.X-ABLabel:_$!<Home>!$_',
            'EMAIL;TYPE=INTERNET;TYPE=WORK:anna@example.com',
          ],
          ...[
            'ADR;TYPE=HOME:;Hinterhaus;Große Elbstraße 5;Hamburg;;22767;Deutschland',
            'BDAY:1604-05-14',
            'NOTE:mag Tee\\,\\nzahlt',
            '  bar',
            'CATEGORIES:VIP,Berlin\\, Mitte',
          ],
          'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAA',
          ' AAAAAAAAAAAAAAAAAAAAAAAAA',
        ],
        ['VERSION:4.0', 'FN:Ruth Lindner', 'TEL;VALUE=uri;TYPE="voice,home":tel:+49-40-1234567', 'BDAY:--0203', 'BDAY:19700101'],
      ),
    )
    expect(preview).toMatchObject({ format: 'vcard', estimatedRows: 2, isWhole: true })
    expect(result).toMatchObject({ created: 2, incomplete: 0, failed: 0 })
    expect(contacts.toSorted((a, b) => a.id - b.id)).toMatchObject([
      {
        ...{ namePrefix: 'Dr.', givenName: 'Anna', additionalName: 'Maria', familyName: 'Petersen', organization: 'Salon Petersen' },
        phones: [
          { label: 'mobile', e164: '+491761234567' },
          { label: 'home', e164: '+49401111111' },
          { label: 'work fax', e164: '+49407654321' },
        ],
        emails: [{ label: 'work', address: 'anna@example.com' }],
        addresses: [
          { label: 'home', street: 'Große Elbstraße 5, Hinterhaus', postalCode: '22767', locality: 'Hamburg', country: 'Deutschland' },
        ],
        ...{ birthday: '--05-14', note: 'mag Tee,\nzahlt bar', tags: ['Berlin, Mitte', 'VIP'] },
      },
      { givenName: 'Ruth', familyName: 'Lindner', phones: [{ label: 'home', e164: '+49401234567' }], birthday: '--02-03' },
    ])
  })

  it('of version 2.1 may be quoted-printable, folded by soft breaks, and in several encodings', async () => {
    const latin1 = Buffer.from(cards(['VERSION:2.1', 'N;CHARSET=ISO-8859-1:Groß;Jörg']), 'latin1')
    const wrong = Buffer.from(cards(['VERSION:2.1', 'N;CHARSET=ISO-8859-1:Öztürk;Gül']))
    const quoted = cards([
      ...[
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Wei=C3=9F;In=',
        'ge',
        'TEL;CELL:0176 1234567',
        'NOTE;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:mag=20T=E9=0D=0Aund Milch',
      ],
    ])
    const { contacts, result } = await imported(Buffer.concat([latin1, wrong, Buffer.from(quoted)]))
    expect(result).toMatchObject({ created: 3, failed: 0 })
    expect(contacts.toSorted((a, b) => a.id - b.id).map(({ givenName, familyName }) => `${givenName} ${familyName}`)).toEqual([
      'Jörg Groß',
      'Gül Öztürk',
      'Inge Weiß',
    ])
    expect(contacts.find(({ givenName }) => givenName === 'Inge')).toMatchObject({
      note: 'mag Té\r\nund Milch',
      phones: [{ label: 'mobile' }],
    })
  })

  it('may lack names and ends: what tells who it is comes in, the rest is named by its line', async () => {
    const text = `${cards(['VERSION:3.0', 'N:;;;;', 'FN:', 'EMAIL:anna@example.com'], ['VERSION:3.0', 'N:;;;;', 'NOTE:niemand'])}BEGIN:VCARD\nFN:Ruth Lindner\nBEGIN:VCARD\nORG:Salon Marlene\nKIND:org\n`
    const { contacts, problems, result } = await imported(text)
    expect(result).toMatchObject({ created: 3, failed: 1 })
    expect(problems).toMatchObject([{ line: 7, reason: 'nameMissing' }])
    expect(
      contacts.map(({ kind, givenName, organization, emails }) => [kind, givenName, organization, emails[0]?.address ?? '']).sort(),
    ).toEqual([
      ['company', '', 'Salon Marlene', ''],
      ['person', '', '', 'anna@example.com'],
      ['person', 'Ruth', '', ''],
    ])
  })

  it('may be UTF-16, have a mark, and many cards with large pictures', async () => {
    const picture = Array.from({ length: 400 }, () => ` ${'A'.repeat(74)}`)
    const many = cards(
      ...Array.from({ length: 1000 }, (_, index) => [
        'VERSION:3.0',
        `N:Ötte${index};Änne`,
        'PHOTO;ENCODING=b:AAAA',
        ...picture,
        `TEL:040 ${1_000_000 + index}`,
      ]),
    )
    expect((await imported(Buffer.from(`\ufeff${many}`))).result).toMatchObject({ created: 1000, failed: 0 })
    const { contacts } = await imported(Buffer.from(`\ufeff${cards(['VERSION:3.0', 'N:Öz;Gülşah'])}`, 'utf16le'))
    expect(contacts).toMatchObject([{ givenName: 'Gülşah', familyName: 'Öz' }])
  })
})
