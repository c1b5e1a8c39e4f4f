import { withoutOddSpaces } from './cells.ts'
import { labelOf } from './header.ts'

/** A number as it stands in a cell, and what was written beside it: `0161 1234567 (Mutter)`. */
export type PhoneEntry = { number: string; remark: string }

const usual = /^[\d+(][\d ()+/.-]*$/
const separator = /\s*(?::::|[;\n|])\s*|\s+(?:oder|or|ou|o|of|veya|und|and|et|y|e|en|ve|&)\s+(?=[+(]?\d)/
/** Between two numbers, where both are long enough to be one. */
const between = /(?<=\d)\s*,\s*(?=[+(]?\d)|(?<=\d)\s+\/\s+(?=[+(]?\d)/
const enoughDigits = 6
const nothing: readonly PhoneEntry[] = []

export function readPhones(cell: string): readonly PhoneEntry[] {
  if (cell === '') return nothing
  const text = withoutOddSpaces(cell).trim()
  if (usual.test(text) && !between.test(text)) return [{ number: text, remark: '' }]
  if (text.startsWith("'")) return [{ number: text.replace(/^'|'$/g, '').trim(), remark: '' }]
  return text.split(separator).flatMap(numbersIn).map(readEntry).filter(isSomething)
}

function numbersIn(text: string) {
  const parts = text.split(between)
  return parts.length > 1 && parts.every(part => part.replace(/\D/g, '').length >= enoughDigits) ? parts : [text]
}

const isSomething = ({ number }: PhoneEntry) =>
  number !== '' && !/^([-–—./?'"]+|n\/?a|null|none|keine?s?|no|aucun|ninguno|yok)$/i.test(number)

/** `* +49 176 1`, `'+49 176 1`, `tel:+49-176-1`, `"0176 1"`. */
const bare = (text: string) =>
  text
    .trim()
    .replace(/^(\*\s+|['"]+)/, '')
    .replace(/^(tel|callto|sms|whatsapp):/i, '')
    .replace(/["']+$/, '')
    .trim()

/** The letters of an extension belong to the number. */
const extension = /^(ext|extension|x|app|durchwahl|dw|poste|int)\b/i
const behind = /^([+(]?\d[\d\s()/.+-]*\d\)?)[\s,:–-]*[([]?\s*(\p{L}[^()[\]]*?)\s*[)\]]?$/u
const before = /^(\p{L}[\p{L}\s./-]*?)\.?\s*[:–-]?\s*([+(]?\d[\d\s()/.+-]*\d)$/u

function readEntry(entry: string): PhoneEntry {
  const text = bare(entry)
  const after = behind.exec(text)
  if (after && !extension.test(after[2]!)) return { number: after[1]!.trim(), remark: after[2]! }
  const ahead = before.exec(text)
  if (ahead) return { number: ahead[2]!.trim(), remark: isTheWordPhone(ahead[1]!) ? '' : ahead[1]!.trim() }
  return { number: text, remark: '' }
}

const isTheWordPhone = (text: string) =>
  /^(tel|telefon|telephone|t|phone|fon|ph|nr|no|num|téléphone|tél|teléfono|telefono)\.?$/i.test(text.trim())

/** Our own name for what stands beside a number, where there is one. */
export const labelOfRemark = (remark: string) => labelOf(remark) ?? remark
