import { soundOf } from './sounds.ts'
import { pairsOfLetters } from './letters.ts'

/** A value that contacts share, with how many of them have it. What is derived from its text is worked out once. */
export type Term = { readonly text: string; readonly index: number; count: number }
/** `id` is one among names of all kinds: a first name and a family name can be compared too. */
export type Name = Term & { readonly id: number; readonly words: readonly string[]; readonly joined: string; readonly sound: string }
export type Street = Term & { readonly id: number; pairs: Uint32Array | null }

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
const street = (text: string, index: number): Street => ({ text, index, id: index, count: 0, pairs: null })

const kindsOfNames = 8

const name = (kind: number) => (text: string, index: number) => {
  const words = text.split(' ')
  const joined = words.length === 1 ? text : words.join('')
  return { text, index, id: index * kindsOfNames + kind, count: 0, words, joined, sound: soundOf(joined) }
}

/** All values of a base, each once. */
export function createVocabulary() {
  return {
    given: shelf<Name>(name(0)),
    additional: shelf<Name>(name(1)),
    family: shelf<Name>(name(2)),
    organization: shelf<Name>(name(3)),
    street: shelf(street),
    postalCode: shelf(term),
    locality: shelf<Name>(name(4)),
    local: shelf(term),
    domain: shelf(term),
    number: shelf(term),
  }
}
export type Vocabulary = ReturnType<typeof createVocabulary>

export const pairsOf = (street: Street) => (street.pairs ??= pairsOfLetters(street.text))
