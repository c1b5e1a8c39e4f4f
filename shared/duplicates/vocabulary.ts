import { soundOf } from './sounds.ts'
import { pairsOfLetters } from './letters.ts'

/** A value that contacts share, with how many of them have it. What is derived from its text is worked out once. */
export type Term = { readonly text: string; readonly index: number; count: number }
export type Name = Term & { readonly words: readonly string[]; readonly joined: string; readonly sound: string }
export type Street = Term & { pairs: Uint32Array | null }

function shelf<T extends Term>(make: (text: string, index: number) => T) {
  const known = new Map<string, T>()
  const terms: T[] = []
  return {
    terms,
    find(text: string): T {
      const there = known.get(text)
      if (there) return there
      const term = make(text, terms.length)
      known.set(text, term)
      terms.push(term)
      return term
    },
  }
}

const term = (text: string, index: number): Term => ({ text, index, count: 0 })
const street = (text: string, index: number): Street => ({ text, index, count: 0, pairs: null })

function name(text: string, index: number): Name {
  const words = text.split(' ')
  return { text, index, count: 0, words, joined: words.length === 1 ? text : words.join(''), sound: soundOf(words.join('')) }
}

/** All values of a base, each once. */
export function createVocabulary() {
  return {
    given: shelf(name),
    additional: shelf(name),
    family: shelf(name),
    organization: shelf(name),
    street: shelf(street),
    postalCode: shelf(term),
    locality: shelf(name),
    local: shelf(term),
    domain: shelf(term),
    number: shelf(term),
  }
}
export type Vocabulary = ReturnType<typeof createVocabulary>

export const pairsOf = (street: Street) => (street.pairs ??= pairsOfLetters(street.text))
