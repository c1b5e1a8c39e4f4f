import type { Paper } from './model.ts'

/** Of the letters of other scripts no font that we have with us has a picture: a box stands for each. */
const letters = /[^\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}\p{sc=Common}\p{sc=Inherited}]/gu
const most = 12

/** Letters of a paper that cannot be printed, each once, the first few of them. */
export function unprintable({ recipient, sender, facts, subtitles, header, rows, notes, footer, foot, legal }: Paper): string[] {
  const texts = [
    ...[...(recipient ?? []), sender, ...facts.map(({ value }) => value), ...subtitles, header, footer, legal, ...notes],
    ...[...rows.flatMap(({ name, description }) => [name, description]), ...foot.flatMap(({ lines }) => lines)],
  ]
  return [...new Set(texts.flatMap(text => text.normalize('NFC').match(letters) ?? []))].slice(0, most)
}
