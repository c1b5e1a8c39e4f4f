/** One line of a card: `item1.TEL;TYPE=work,cell:+49 176 1` */
export type CardLine = { name: string; group: string; types: readonly string[]; charset: string; isQuotedPrintable: boolean; value: string }
/** A card as lines that belong to it; `line` is that of its BEGIN. */
export type Card = { line: number; lines: readonly CardLine[] }

/** What a card can have large and an import has no use for. */
const pictures = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])
const lineAtMost = 200_000

/**
 * Cards of vCard 2.1, 3.0 and 4.0 out of a text that comes in pieces: folded lines joined, pictures passed over, a card that never
 * ends closed where the next one begins. Expects one character for each byte, since each value can have an encoding of its own.
 */
export function createCardReader(onCard: (card: Card) => void) {
  let rest = ''
  let number = 0
  let logical = ''
  let card: { line: number; lines: CardLine[] } | null = null

  function endLine() {
    const line = logical.length > lineAtMost ? null : parseLine(logical)
    logical = ''
    if (!line) return
    const keyword = line.value.trim().toUpperCase()
    if (line.name === 'BEGIN' && keyword === 'VCARD') {
      if (card) onCard(card)
      card = { line: number, lines: [] }
    } else if (line.name === 'END' && keyword === 'VCARD') {
      if (card) onCard(card)
      card = null
    } else if (card && !pictures.has(line.name)) card.lines.push(line)
  }

  function takeLine(text: string) {
    const isSoftBreak = logical.endsWith('=') && /ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(logical.slice(0, logical.indexOf(':')))
    if (isSoftBreak) logical = logical.slice(0, -1) + text
    else if (/^[ \t]/.test(text)) {
      if (logical.length <= lineAtMost) logical += text.slice(1)
    } else {
      endLine()
      logical = text
    }
    number++
  }

  return {
    push(piece: string) {
      const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      for (const line of lines) takeLine(line)
    },
    end() {
      if (rest !== '') takeLine(rest)
      endLine()
      if (card) onCard(card)
      card = null
    },
  }
}

function parseLine(text: string): CardLine | null {
  const colon = endOfParameters(text)
  if (colon < 0) return null
  const [head = '', ...parameters] = text.slice(0, colon).split(';')
  const [group, name] = head.includes('.') ? [head.slice(0, head.indexOf('.')), head.slice(head.indexOf('.') + 1)] : ['', head]
  const line = {
    name: name.trim().toUpperCase(),
    group: group.toLowerCase(),
    types: [] as string[],
    charset: '',
    isQuotedPrintable: false,
    value: text.slice(colon + 1),
  }
  for (const parameter of parameters) {
    const [key = '', value = key] = parameter.split('=')
    if (/^charset$/i.test(key)) line.charset = value.toLowerCase()
    else if (/^quoted-printable$/i.test(value)) line.isQuotedPrintable = true
    else if (/^type$/i.test(key) || !parameter.includes('=')) line.types.push(...value.replaceAll('"', '').toLowerCase().split(','))
  }
  return line
}

/** The first colon outside of quotes. */
function endOfParameters(text: string) {
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '"') isQuoted = !isQuoted
    else if (text[index] === ':' && !isQuoted) return index
  }
  return -1
}

/** The bytes that a value stands for. */
export const bytesOf = ({ value, isQuotedPrintable }: CardLine) =>
  isQuotedPrintable ? value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : value

const unescaped = (text: string) => text.replace(/\\([nN,;:\\])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter)).trim()
/** The parts of a structured value: `Petersen;Anna;;Dr.;`. */
export const partsOf = (text: string) => (text.match(/(?:\\.|[^;\\])*(?:;|$)/gs) ?? []).map(part => unescaped(part.replace(/;$/, '')))
export const textOf = unescaped
export const listOf = (text: string) =>
  text
    .split(/(?<!\\),/)
    .map(unescaped)
    .filter(Boolean)
