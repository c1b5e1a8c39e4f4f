import bidiFactory from 'bidi-js'

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const bidi = bidiFactory()

type Span = { text: string; level: number }

/**
 * A line in the order in which it stands on the paper, from left to right, by the rules of Unicode. Within a word of letters that
 * run to the left their order stays: the font's shaping turns them.
 */
export function inVisualOrder(line: string): string[] {
  if (!rightToLeft.test(line)) return [line]
  const { levels } = bidi.getEmbeddingLevels(line)
  const spans = spansOf(line, levels)
  const highest = Math.max(...spans.map(({ level }) => level))
  for (let level = highest; level >= 1; level--) turnRuns(spans, level)
  return spans.flatMap(({ text, level }) => (level % 2 === 1 ? turnedWords(text) : [text]))
}

function spansOf(line: string, levels: Uint8Array) {
  const spans: Span[] = []
  for (let at = 0; at < line.length; at++) {
    const [last, level] = [spans.at(-1), levels[at]!]
    const character = level % 2 === 1 ? (bidi.getMirroredCharacter(line[at]!) ?? line[at]!) : line[at]!
    if (last?.level === level) last.text += character
    else spans.push({ text: character, level })
  }
  return spans
}

function turnRuns(spans: Span[], level: number) {
  for (let from = 0; from < spans.length; from++) {
    let to = from
    while (to < spans.length && spans[to]!.level >= level) to++
    if (to > from) spans.splice(from, to - from, ...spans.slice(from, to).reverse())
    from = to
  }
}

const turnedWords = (text: string) => text.split(/( +)/).filter(Boolean).reverse()
