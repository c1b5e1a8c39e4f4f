import { faceFor, wordWidth, type Face } from './fonts.ts'
import { inVisualOrder } from './direction.ts'

export type Run = Readonly<{ text: string; face: Face }>
export type Style = Readonly<{ size: number; isBold?: boolean; colour: string }>

/** Stands for what no font has a picture of. */
const missing = '\u25a1'
const unseen = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** What can be printed of a text: no control characters, and letters with their accents as one. */
export const printable = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(line => line.normalize('NFC').replace(/\t/g, ' ').replace(unseen, '').trimEnd())

/** Whether whoever reads it on paper can type it again: nothing is left out, and nothing stands as a box. */
export const isPrintable = (text: string) =>
  printable(text).join('\n') === text.normalize('NFC') && runsOf(text).every(run => !run.text.includes(missing))

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One line, cut into parts that one font can write each. */
export function runsOf(line: string): Run[] {
  const runs: { text: string; face: Face }[] = []
  for (const part of inVisualOrder(line)) {
    for (const { text, face } of facesOf(part)) {
      const last = runs.at(-1)
      if (last?.face === face) last.text += text
      else runs.push({ text, face })
    }
  }
  return runs
}

const plain = /^[\x20-\x7e\u00a0-\u017f]*$/

function facesOf(part: string): Run[] {
  if (plain.test(part)) return part === '' ? [] : [{ text: part, face: 'Inter' }]
  return [...graphemes.segment(part)].map(({ segment }) => {
    const face = faceFor(segment.codePointAt(0)!)
    return face === null ? { text: missing, face: 'Inter' } : { text: withGlyphs(segment, face), face }
  })
}

/** Joiners and variants that the font does not know are left out, rather than shown as boxes. */
const withGlyphs = (cluster: string, face: Face) =>
  [...cluster].filter((letter, at) => at === 0 || face !== 'Inter' || faceFor(letter.codePointAt(0)!) === face).join('')

export const widthOfRuns = (runs: readonly Run[], { size, isBold = false }: Style) =>
  size * runs.reduce((sum, { text, face }) => sum + wordsOf(text).reduce((all, word) => all + wordWidth(word, face, isBold), 0), 0)

export const widthOf = (text: string, style: Style) => widthOfRuns(runsOf(text), style)

/** Cut behind each space, as the writer of the PDF cuts them too. */
const wordsOf = (text: string) => text.match(/[^ ]* |[^ ]+/g) ?? []

/** Lines no wider than `width`. What is longer than that in one word is cut where it must be. */
export const linesOf = (text: string, style: Style, width: number) => printable(text).flatMap(line => broken(line, style, width))

/** Behind a space, and behind a hyphen between letters: numbers stay whole. */
const mayBreak = /(?<= )(?! )|(?<=\p{L}-)(?=\p{L})/u

function broken(line: string, style: Style, width: number) {
  if (widthOf(line, style) <= width) return [line]
  const lines: string[] = []
  let current = ''
  for (const word of line.split(mayBreak)) {
    if (widthOf((current + word).trimEnd(), style) <= width) {
      current += word
      continue
    }
    if (current.trimEnd() !== '') lines.push(current.trimEnd())
    const pieces = cut(word, style, width)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1)!
  }
  return [...lines, current.trimEnd()]
}

function cut(word: string, style: Style, width: number) {
  if (widthOf(word.trimEnd(), style) <= width) return [word]
  const pieces = ['']
  for (const { segment } of graphemes.segment(word)) {
    const longer = pieces.at(-1)! + segment
    if (pieces.at(-1) !== '' && widthOf(longer.trimEnd(), style) > width) pieces.push(segment)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}

/** The text in one line: smaller where it is too long, and at last with its end left out. */
export function fitted(text: string, style: Style, width: number, smallest: number): { text: string; style: Style } {
  const line = printable(text).join(' ')
  const wanted = widthOf(line, style)
  if (wanted <= width) return { text: line, style }
  const smaller = { ...style, size: Math.max(smallest, (style.size * width) / wanted) }
  if (widthOf(line, smaller) <= width) return { text: line, style: smaller }
  const [first] = broken(line, smaller, width - widthOf('…', smaller))
  return { text: `${first!}…`, style: smaller }
}
