import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { cardValues } from '../../shared/imports/card-values.ts'
import { createCardReader, type Card } from '../../shared/imports/vcard.ts'
import type { FileRecord } from '../../shared/imports/records.ts'
import type { Encoding } from './encoding.ts'

type CardFile = { path: string; encoding: Encoding }

/** The cards of a file as rows of a table with these columns: what a column means is its name. */
export async function* readCardRows(
  file: CardFile,
  columns: readonly string[],
): AsyncGenerator<{ bytes: number; records: FileRecord[] }, void, undefined> {
  for await (const { bytes, cards } of readCards(file)) {
    const records = cards.map(card => {
      const values = cardValues(card, decodeFor(file.encoding))
      return { line: card.line, cells: columns.map(column => values.get(column) ?? ''), repaired: false }
    })
    yield { bytes, records }
  }
}

const usualOrder = [
  'kind',
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'name',
  'organization',
  'phone',
  'email',
  'street',
]
const rankOf = (column: string) => {
  const rank = usualOrder.indexOf(column.split('.')[0]!)
  return rank < 0 ? usualOrder.length : rank
}

/** All that any of the cards has. */
export async function cardColumns(file: CardFile) {
  const columns = new Set<string>()
  let count = 0
  for await (const { cards } of readCards(file)) {
    for (const card of cards) for (const column of cardValues(card, decodeFor(file.encoding)).keys()) columns.add(column)
    count += cards.length
  }
  return { columns: [...columns].sort((a, b) => rankOf(a) - rankOf(b)), count }
}

async function* readCards({ path, encoding }: CardFile) {
  const decoder = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : null
  let cards: Card[] = []
  const reader = createCardReader(card => cards.push(card))
  let bytes = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytewise = decoder ? Buffer.from(decoder.decode(piece, { stream: true })) : piece
    reader.push(withoutMark(bytewise.toString('latin1'), bytes))
    bytes += piece.length
    yield { bytes, cards }
    cards = []
  }
  reader.end()
  yield { bytes, cards }
}

const withoutMark = (text: string, at: number) => (at === 0 ? text.replace(/^\xef\xbb\xbf/, '') : text)

/** What a card says of its characters is often wrong: UTF-8 is known by itself. */
const decodeFor = (encoding: Encoding) => (bytewise: string, charset: string) => {
  const bytes = Buffer.from(bytewise, 'latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const named = charset === '' || charset === 'utf-8' ? encoding : charset
  try {
    return new TextDecoder(named === 'utf-8' || named.startsWith('utf-16') ? 'windows-1252' : named).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
