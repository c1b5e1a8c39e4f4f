import { labelOf } from './header.ts'

/** Everything that cannot be seen, but tabs and line breaks. */
const invisible = /[^\P{Cc}\t\n\r]/u
const allInvisible = new RegExp(invisible, 'gu')
/** What an export guards by an apostrophe, so that no spreadsheet takes it for a formula. */
const guardedFormula = /^'+[=+\-@\t\r]/
const APOSTROPHE = 39

const trimmed = (cell: string) => (invisible.test(cell) ? cell.replace(allInvisible, '') : cell).trim()
const isGuarded = (text: string) => text.charCodeAt(0) === APOSTROPHE

export function readText(cell: string) {
  if (cell === '') return cell
  const text = trimmed(cell)
  return isGuarded(text) && guardedFormula.test(text) ? text.slice(1).trim() : text
}

/** For cells that begin with an apostrophe only where a spreadsheet or an export put it: numbers, dates, addresses, labels. */
export function readValue(cell: string) {
  const text = trimmed(cell)
  return isGuarded(text) ? text.slice(1).trim() : text
}

/** A guarded cell is one value, just as it stands. */
function entries(cell: string, separator: RegExp, read: (entry: string) => string) {
  const text = trimmed(cell)
  if (text === '') return []
  if (isGuarded(text)) return [text.slice(1).trim()]
  if (!separator.test(text)) return [read(text)].filter(Boolean)
  return text.split(separator).map(read).filter(Boolean)
}

export const readEmails = (cell: string) => entries(cell, /\s*(?::::|[;,\n])\s*/, readEmail)
export const readPhones = (cell: string) => entries(cell, /\s*(?::::|[;\n])\s*/, readPhone)

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
  const text = trimmed(cell)
  if (text === '') return text
  if (isGuarded(text)) return text.slice(1).trim()
  const label = text.split(' ::: ')[0]!.replace(/^\*\s+/, '')
  return labelOf(label) ?? label
}

/** A list inside a cell: `VIP, "Berlin, Mitte"`, `* myContacts ::: Friends`. What stands in quotes is one tag, as it stands. */
export function readTags(cell: string) {
  const text = readText(cell)
  if (text === '') return []
  const found = text.matchAll(/\s*(?:"((?:[^"]|"")*)"|((?:(?!\s*:::)[^,;|\n])+))\s*(?::::|[,;|\n]|$)/g)
  const tags = [...found].map(([, quoted, bare]) =>
    quoted === undefined ? bare!.trim().replace(/^\*\s+/, '') : quoted.replaceAll('""', '"').trim(),
  )
  return tags.filter(tag => tag !== '' && tag !== 'myContacts')
}
