import { edits } from './letters.ts'
import { areNicknames } from './nicknames.ts'
import type { Name } from './vocabulary.ts'

export const nameLevels = ['equal', 'variant', 'typo', 'similar', 'part', 'different'] as const
export type NameLevel = (typeof nameLevels)[number]

/** How two names resemble each other, whichever comes first. */
export function compareNames(a: Name, b: Name): NameLevel {
  if (a === b || a.joined === b.joined) return 'equal'
  const [short, long] = a.joined.length <= b.joined.length ? [a.joined, b.joined] : [b.joined, a.joined]
  if (short.length === 1) return startsAny(short, a.joined.length === 1 ? b : a) ? 'part' : 'different'
  if (a.words.length === 1 && b.words.length === 1 ? areNicknames(a.text, b.text) : false) return 'variant'
  if (a.words.length > 1 && a.words.length === b.words.length && sortedText(a) === sortedText(b)) return 'equal'
  const apart = edits(short, long, long.length >= 9 ? 3 : long.length >= 5 ? 2 : 1)
  if (apart <= (long.length >= 9 ? 2 : long.length >= 3 ? 1 : 0)) return 'typo'
  if (a.words.length + b.words.length > 2 && sharesWord(a, b)) return 'part'
  if (soundsAlike(a, b) || (apart * 3 <= long.length && apart <= 3)) return 'similar'
  if (short.length >= 3 && long.startsWith(short)) return 'part'
  return 'different'
}

const sortedText = (name: Name) => name.words.toSorted().join(' ')
const startsAny = (initial: string, name: Name) => name.words.some(word => word.startsWith(initial))

/** "Hans-Peter" and "Peter", "Müller-Lüdenscheid" and "Müller"; an initial stands for a word. */
function sharesWord(a: Name, b: Name) {
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  let shared = false
  for (const word of few) {
    const other = many.find(other => other === word || ((word.length === 1 || other.length === 1) && word[0] === other[0]))
    if (word.length > 2 && other === word) shared = true
    else if (
      few.length === 1 &&
      word.length > 2 &&
      many.some(other => areNicknames(word, other) || (word.length > 4 && edits(word, other, 1) <= 1))
    )
      shared = true
  }
  return shared
}

function soundsAlike(a: Name, b: Name) {
  if (a.sound !== b.sound || a.sound.length < 2) return false
  const longer = Math.max(a.joined.length, b.joined.length)
  return edits(a.joined, b.joined, longer >> 1) <= longer >> 1
}

export type FirmLevel = 'equal' | 'similar' | 'different'

/** Firms: the same words, or most of the letters; one name can be a part of the other. */
export function compareFirms(a: Name, b: Name): FirmLevel {
  if (a === b || a.joined === b.joined) return 'equal'
  const longer = Math.max(a.joined.length, b.joined.length)
  if (longer < 100 && edits(a.joined, b.joined, 3) * 5 <= longer) return 'similar'
  const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words]
  const shared = few.filter(word => many.some(other => other === word || (word.length > 4 && edits(word, other, 1) <= 1)))
  const letters = shared.join('').length
  return letters >= 5 && letters * 5 >= few.join('').length * 4 ? 'similar' : 'different'
}
