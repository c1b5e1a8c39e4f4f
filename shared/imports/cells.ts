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

const isGuarded = (text: string) => text.charCodeAt(0) === APOSTROPHE

export function readText(cell: string) {
  if (cell === '') return cell
  const text = cell.trim()
  return isGuarded(text) && guardedFormula.test(text) ? text.slice(1).trim() : text
}

/** For cells that begin with an apostrophe only where a spreadsheet or an export put it: numbers, dates, addresses, labels. */
export function readValue(cell: string) {
  const text = cell.trim()
  return isGuarded(text) ? text.slice(1).trim() : text
}

const nothing: readonly string[] = []

/** Most cells are as `usual` says, and are taken as they are. A guarded one is one value, just as it stands. */
function entries(cell: string, usual: RegExp, separator: RegExp, read: (entry: string) => string): readonly string[] {
  if (cell === '') return nothing
  const text = cell.trim()
  if (usual.test(text)) return [text]
  if (isGuarded(text)) return [text.slice(1).trim()]
  return text.split(separator).map(read).filter(Boolean)
}

const usualEmail = /^[\w+-][\w.+-]*@[\w.-]+\w$/
const usualPhone = /^[\d+(][\d ()+/.-]*$/

export const readEmails = (cell: string) => entries(cell, usualEmail, /\s*(?::::|[;,\n])\s*/, readEmail)
export const readPhones = (cell: string) => entries(cell, usualPhone, /\s*(?::::|[;\n])\s*/, readPhone)

/** `Anna <mailto:anna@example.com>.` */
function readEmail(entry: string) {
  const inBrackets = /<([^<>]*)>/.exec(entry)
  const address = (inBrackets?.[1] ?? entry).trim().replace(/^mailto:/i, '')
  return isPlaceholder(address) ? '' : address.replace(/[.,;]+$/, '')
}

const readPhone = (entry: string) => (isPlaceholder(entry) ? '' : entry.replace(/^(\* )?(tel:)?/i, '').trim())

/** What people write into a cell that may not stay empty. */
const isPlaceholder = (text: string) => /^([-–—./?]+|n\/?a|null|none)$/i.test(text)

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
  const text = readText(cell)
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
