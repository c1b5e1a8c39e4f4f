import { fold } from '../text.ts'
import { compounds, fieldWords, fillerWords, labelColumnWords, labelWords, phoneLabels, valueWords } from './header-words.ts'

type FieldWord = keyof typeof fieldWords
/** `title` can be "Dr." or "Head of Sales"; `address` can be a street or everything in one cell: the other columns tell. */
export type Meaning = FieldWord | 'emailLabel' | 'phoneLabel' | 'addressLabel'
export type Header = {
  meaning: Meaning
  label: string
  /** The number in the header, 1 where there is none. */
  number: number
  /** "E-mail Type" can name the label or a protocol. */
  sure: boolean
}

/** How the cells are to be filled in: `(YYYY-MM-DD)`, `(optional)`, `[required]`. */
const hints =
  /[([]\s*(?:[dmyjgat]{1,4}(?:[\s./-]+[dmyjgat]{1,4}){1,2}|optional|required|mandatory|pflichtfeld|facultatif|opcional)\s*[)\]]/gi

const phrases = (text: string) => text.split('|').map(phrase => words(phrase).join(' '))
const meanings = new Map(
  Object.entries(fieldWords).flatMap(([meaning, text]) => phrases(text).map(phrase => [phrase, meaning as FieldWord])),
)
const labels = new Map(Object.entries(labelWords).flatMap(([label, text]) => phrases(text).map(phrase => [phrase, label])))
const fillers = new Set(phrases(fillerWords))
const values = new Set(phrases(valueWords))
const labelColumns = new Set(phrases(labelColumnWords))
const addressParts: readonly Meaning[] = ['street', 'extendedAddress', 'postalCode', 'locality', 'region', 'country']
const labelled: readonly Meaning[] = ['email', 'phone', 'address', ...addressParts]

const wordsAtMost = 8

/** What a header says in any of our languages; null where that is nothing that a contact has. */
export function readHeader(header: string): Header | null {
  const all = words(header)
  const numbers = all.filter(word => /^\d+$/.test(word)).map(Number)
  const named = all.filter(word => !/^\d+$/.test(word))
  if (named.length > wordsAtMost) return null
  const number = numbers.find(found => found > 0 && found < 100) ?? 1
  const found = find(named, [])
  if (found) return { ...found, number, sure: true }
  return readLabelHeader(header, named, number)
}

/** "Phone 1 - Label", "Telefon 1 Bezeichnung". */
function readLabelHeader(header: string, named: readonly string[], number: number): Header | null {
  const last = named.at(-1)
  if (last === undefined || !labelColumns.has(last)) return null
  const of = find(named.slice(0, -1), [])
  const meaning =
    of?.meaning === 'email' ? 'emailLabel' : of?.meaning === 'phone' ? 'phoneLabel' : of?.meaning === 'address' ? 'addressLabel' : null
  const sure = !/^(type|typ|tipo|art|soort|tur)$/.test(last) || /[-–]\s*\p{L}+\s*$/u.test(header)
  return meaning && { meaning, label: of!.label, number, sure }
}

/** Our own name for a label, where it is one that we know. */
export const labelOf = (label: string) => labels.get(words(label).join(' '))

type Found = Pick<Header, 'meaning' | 'label'>

function find(named: readonly string[], taken: readonly string[]): Found | null {
  if (named.length === 0) return phoneByLabel(taken)
  const meaning = meanings.get(named.join(' '))
  if (meaning) return withLabel(meaning, taken)
  return findInAddress(named, taken) ?? findBehindLabel(named, taken) ?? findAmongFillers(named, taken)
}

function withLabel(meaning: FieldWord, taken: readonly string[]): Found | null {
  if (labelled.includes(meaning)) return { meaning, label: joined(taken) }
  // Shops ask who pays: that is the customer. Whoever the parcel goes to need not be.
  return taken.every(label => label === '' || label === 'billing') ? { meaning, label: '' } : null
}

function phoneByLabel(taken: readonly string[]): Found | null {
  return taken.some(label => phoneLabels.has(label)) ? { meaning: 'phone', label: joined(taken) } : null
}

/** A mobile is a mobile, whoever pays for it. */
function joined(taken: readonly string[]) {
  const named = [...new Set(taken.filter(Boolean))].sort((a, b) => Number(a === 'fax') - Number(b === 'fax'))
  return named.includes('mobile') ? 'mobile' : named.join(' ')
}

function findBehindLabel(named: readonly string[], taken: readonly string[]) {
  const first = labels.get(named[0]!)
  const last = labels.get(named.at(-1)!)
  return (
    (first === undefined ? null : find(named.slice(1), [...taken, first])) ??
    (last === undefined ? null : find(named.slice(0, -1), [...taken, last]))
  )
}

/** "Address 1 - City", "Adresse Ort", "Straße (Rechnungsadresse)", "Default Address Company". */
function findInAddress(named: readonly string[], taken: readonly string[]) {
  if (named.length < 2) return null
  const first = meanings.get(named[0]!) === 'address'
  if (!first && meanings.get(named.at(-1)!) !== 'address') return null
  const found = find(first ? named.slice(1) : named.slice(0, -1), taken)
  if (!found) return null
  const ownedByAddress = first && taken.includes('') && ['organization', 'phone', 'givenName', 'familyName'].includes(found.meaning)
  return ownedByAddress || [...addressParts, 'address'].includes(found.meaning) ? found : null
}

function findAmongFillers(named: readonly string[], taken: readonly string[]) {
  if (fillers.has(named[0]!)) return find(named.slice(1), taken)
  return named.length > 1 && values.has(named.at(-1)!) ? find(named.slice(0, -1), taken) : null
}

/** Folded words; numbers stand alone, "e-mail" is one word. */
function words(header: string): string[] {
  const text = fold(header.replace(hints, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 '))
    .replace(/['’`´]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(\p{L})(?=\d)|(\d)(?=\p{L})/gu, '$1$2 ')
    .replace(/\be (?=mail|posta)/g, 'e')
  return text
    .trim()
    .split(' ')
    .flatMap(word => (compounds[word] ?? word).split(' '))
    .filter(Boolean)
}
