import type { TaskKind } from '../model.ts'

type Vocabulary = Readonly<{ about: readonly string[]; verbs: readonly string[]; toPerson: readonly string[] }>

const longest = 3

/**
 * The words that may be a name, the longest first. Who is called, written to or met is named before what it is about; what is
 * simply to be done is about somebody only where a word leads to them, or two words stand together that may be a name.
 */
export function phrasesIn(title: string, kind: TaskKind, { about, verbs, toPerson }: Vocabulary): string[] {
  const words = title.split(/\s+/).filter(Boolean)
  const plain = (word: string) => word.toLowerCase().replace(/[,.;:]+$/, '')
  const end = words.findIndex((word, index) => index > 0 && about.includes(plain(word)) && !toPerson.includes(plain(word)))
  const candidates = words.slice(0, end < 0 ? words.length : end)
  const phrases: { text: string; length: number; isLed: boolean }[] = []
  for (let from = 0; from < candidates.length; from++) {
    for (let length = 1; length <= longest && from + length <= candidates.length; length++) {
      const part = candidates.slice(from, from + length)
      if (part.some(word => verbs.includes(plain(word)) || toPerson.includes(plain(word)) || !/^\p{L}/u.test(word))) continue
      const isLed = from > 0 && toPerson.includes(plain(candidates[from - 1]!))
      phrases.push({ text: part.map(word => word.replace(/[,.;:]+$/, '')).join(' '), length, isLed })
    }
  }
  return phrases
    .filter(({ length, isLed }) => kind !== 'todo' || isLed || length > 1)
    .toSorted((a, b) => b.length - a.length)
    .map(({ text }) => text)
}
