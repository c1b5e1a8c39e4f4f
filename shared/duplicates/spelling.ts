import { fold } from '../text.ts'

/** Letters of other scripts as they are usually written in Latin ones. */
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sh ъ _ ы y ь _ э e ю yu я ya ' +
    'і i ї i є e ґ g ј j љ lj њ nj ћ c ђ dj џ dz ў u ' +
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s τ t υ y φ f χ ch ψ ps ω o'
  )
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, index, all) => (index % 2 ? [...pairs, [all[index - 1]!, word.replace('_', '')]] : pairs),
      [],
    ),
)

const plain = /^[a-z]*$/
const known = new Map<string, string>()
const rememberAtMost = 200_000

/**
 * The words of a name, spelt so that the usual ways to write it are one: without accents, in Latin letters, and with `ue` for `ü`
 * or without. "Jürgen" and "Juergen", "Иванов" and "Ivanov".
 */
export function spelt(text: string): string {
  const there = known.get(text)
  if (there !== undefined) return there
  const words = plain.test(text) ? text : toLatin(fold(text.trim()))
  const settled = words.replace(/([aou])e/g, '$1')
  if (known.size >= rememberAtMost) known.clear()
  known.set(text, settled)
  return settled
}

const toLatin = (folded: string) =>
  folded
    .replace(/ου/g, 'ou')
    .replace(/[\u0370-\u03ff\u0400-\u04ff]/g, letter => latin[letter] ?? letter)
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
