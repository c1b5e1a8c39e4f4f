import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { aShopWithFiles } from '../support/files.ts'

const text = ['Vorname;Nachname;Ort', 'Jürgen;Müller;Köln', 'Zoë;Weiß;Düsseldorf', 'René;Lefèvre;Besançon', ''].join('\r\n')
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()
const latin1 = (text: string) => Buffer.from(text, 'latin1')

const people = [
  ['René', 'Lefèvre', 'Besançon'],
  ['Jürgen', 'Müller', 'Köln'],
  ['Zoë', 'Weiß', 'Düsseldorf'],
]

async function taken(content: Buffer | string, options: object = {}) {
  const { api, offer, allContacts } = await aShopWithFiles()
  const file = offer(content)
  const { encoding, columns, rows } = await api('imports.preview', { file, ...options })
  await api.run('imports.run', { file, ...options })
  const contacts = (await allContacts()).map(({ givenName, familyName, addresses }) => [givenName, familyName, addresses[0]?.locality])
  return { encoding, headers: columns.map(({ header }) => header), first: rows[0], contacts }
}

describe('the encoding of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 of Windows', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, the other way round', bigEndian(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark, the other way round', bigEndian(text), 'utf-16be'],
    ['Windows-1252', latin1(text), 'windows-1252'],
  ])('is found to be %s, and its letters arrive', async (_, content, encoding) => {
    expect(await taken(content)).toEqual({
      encoding,
      headers: ['Vorname', 'Nachname', 'Ort'],
      first: ['Jürgen', 'Müller', 'Köln'],
      contacts: people,
    })
  })

  it('is found by one umlaut far behind the first rows', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `Anna;Petersen ${index};${'Hamburg '.repeat(300)}`)
    const { api, offer } = await aShopWithFiles()
    const file = offer(latin1(['Vorname;Nachname;Notiz', ...rows, 'Jürgen;Müller;'].join('\n')))
    expect(await api('imports.preview', { file })).toMatchObject({ encoding: 'windows-1252' })
  })

  it('stays UTF-8 where one character is cut in half, and says which row that is', async () => {
    const { api, offer } = await aShopWithFiles()
    const file = offer(Buffer.concat([Buffer.from(text + text.replace(/.*\r\n/, '')), Buffer.from('Bj\xf6rn;Lang;Bonn\r\n', 'latin1')]))
    expect(await api('imports.preview', { file })).toMatchObject({
      encoding: 'utf-8',
      problems: [{ line: 8, column: 'Vorname', value: 'Bj\ufffdrn', reason: 'unreadableCharacter', params: {}, isTaken: true, cell: 0 }],
    })
  })

  it('can be said by a person who knows better', async () => {
    const { contacts } = await taken(latin1('Vorname;Nachname\nG\xfcl\xfeah;\xd6zt\xfcrk\n'), { encoding: 'windows-1254' })
    expect(contacts).toEqual([['Gülşah', 'Öztürk', undefined]])
  })
})
