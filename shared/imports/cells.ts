import { labelOf } from './header.ts'

/** What a file's text is before anything is read out of it: zeros and the like mean nothing to anybody. */
export function withoutInvisible(text: string) {
  // A loop: the expression takes ten times as long to find nothing.
  for (let index = 0; index < text.length; index++) if (isInvisible(text.charCodeAt(index))) return text.replace(/[^\P{Cc}\t\n\r]/gu, '')
  return text
}

const isInvisible = (code: number) => (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code > 126 && code < 160)

/** What an export guards by an apostrophe, so that no spreadsheet takes it for a formula. */
const guardedFormula = /^'+[=+\-@\t\r]/
const APOSTROPHE = 39
const QUOTE = 34

const isGuarded = (text: string) => text.charCodeAt(0) === APOSTROPHE

/** As it stands, but for the apostrophe. */
export function readUntouched(cell: string) {
  const text = cell.trim()
  return isGuarded(text) && guardedFormula.test(text) ? text.slice(1).trim() : text
}

export function readText(cell: string) {
  if (cell === '') return cell
  const text = readUntouched(withoutOddSpaces(cell))
  return text.charCodeAt(0) === QUOTE || text.charCodeAt(text.length - 1) === QUOTE ? withoutStrayQuotes(text) : text
}

/** For cells that begin with an apostrophe only where a spreadsheet or an export put it: numbers, dates, addresses, labels. */
export function readValue(cell: string) {
  const text = withoutOddSpaces(cell).trim()
  if (isGuarded(text)) return text.slice(1).trim()
  return text.charCodeAt(0) === QUOTE ? withoutStrayQuotes(text) : text
}

/** Non-breaking, narrow and ideographic spaces are spaces; what only steers the direction of a text or marks a file's beginning is nothing. */
export const withoutOddSpaces = (text: string) => (oddSpace.test(text) ? text.replace(allNarrow, ' ').replace(allWidthless, '') : text)
const oddSpace = /[\u00a0\u00ad\u2000-\u200b\u200e\u200f\u202a-\u202f\u2060-\u2069\u3000\ufeff]/
const allNarrow = /[\u00a0\u2000-\u200a\u202f\u3000]/g
const allWidthless = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** `"Anna"` and `"Anna` are Anna; `5 "x" 7"` stays. */
function withoutStrayQuotes(text: string) {
  const inner = text.replace(/^"+|"+$/g, '')
  return inner.includes('"') ? text : inner.trim()
}

const nothing: readonly string[] = []

const usualEmail = /^[\w+-][\w.+-]*@[\w.-]+\w$/

export function readEmails(cell: string): readonly string[] {
  if (cell === '') return nothing
  const text = cell.trim()
  if (usualEmail.test(text)) return [text]
  if (isGuarded(text)) return [text.replace(/^'|'$/g, '').trim()]
  return readValue(text.replace(commaForPoint, '.')).split(betweenEmails).map(readEmail).filter(Boolean)
}

const betweenEmails = /\s*(?::::|[;,\n|])\s*|\s+(?:\/|oder|or|und|and)?\s*(?=[^\s@<>]+@)/
const commaForPoint = /(?<=@[\w-]+),(?=(?:com|de|net|org|at|ch|fr|es|it|nl|pt|tr|co\.uk|eu)\b)/i

/** `Anna <mailto:anna@example.com>.`, `anna [at] example.com`, `anna @ example.com`. */
function readEmail(entry: string) {
  const inBrackets = /<([^<>]*)>/.exec(entry)
  const address = (inBrackets?.[1] ?? entry)
    .replace(/^['"*\s]+|['"\s]+$/g, '')
    .replace(/^mailto:/i, '')
    .replace(/\s*[([](?:at|ät)[)\]]\s*/i, '@')
    .replace(/\s*[([](?:dot|punkt)[)\]]\s*/gi, '.')
  return isPlaceholder(address) ? '' : address.replace(/\s*@+\s*/, '@').replace(/[.,;]+$/, '')
}

/** What people write into a cell that may not stay empty. */
export const isPlaceholder = (text: string) => /^([-–—./?]+|n\/?a|null|none)$/i.test(text)

/** Google marks its own labels by a star; a label that we have a name for gets that. */
export function readLabel(cell: string) {
  const text = cell.trim()
  if (text === '') return text
  if (isGuarded(text)) return text.slice(1).trim()
  const label = text.split(' ::: ')[0]!.replace(/^\*\s+/, '')
  return labelOf(label) ?? label
}

const dividesTags = /["*,;|\n]|:::/

/** A list inside a cell: `VIP, "Berlin, Mitte"`, `* myContacts ::: Friends`. What stands in quotes is one tag, as it stands. */
export function readTags(cell: string): readonly string[] {
  const text = readUntouched(cell)
  if (text === '') return nothing
  if (!dividesTags.test(text)) return [bareTag(text)].filter(Boolean)
  const found = text.matchAll(/\s*(?:"((?:[^"]|"")*)"|((?:(?!\s*:::)[^,;|\n])+))\s*(?::::|[,;|\n]|$)/g)
  const tags = [...found].map(([, quoted, bare]) => (quoted === undefined ? bareTag(bare!) : quoted.replaceAll('""', '"').trim()))
  return tags.filter(tag => tag !== '')
}

function bareTag(text: string) {
  const tag = text.trim().replace(/^\*\s+/, '')
  return tag === ownGroup ? '' : tag
}

/** Google puts everybody into this one. */
const ownGroup = 'myContacts'
