const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
}
const plain = /^\p{ASCII}*$/u
const known = new Map<string, string>()

/** Lower case, no accents, letters without a decomposition spelled out: what comparing and sorting see. */
export function fold(text: string) {
  const lower = text.toLowerCase()
  return plain.test(lower) ? lower : lower.replace(/\P{ASCII}/gu, foldLetter)
}

/** Letter by letter, each worked out once: an import folds millions of words. */
function foldLetter(letter: string) {
  const folded =
    known.get(letter) ??
    letter
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .replace(/[ßæœøđðþłıς]/g, letter => letters[letter]!)
      .replace(/\p{M}+/gu, '')
  known.set(letter, folded)
  return folded
}

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' }
export const hasUmlaut = (text: string) => /[äöüÄÖÜ]/.test(text)

/** The words with umlauts as German writes them without: Müller is Mueller. The others are left out. */
export const spelledOut = (text: string) =>
  (text.match(/[^\s,;]*[äöüÄÖÜ][^\s,;]*/g) ?? []).join(' ').replace(/[äöüÄÖÜ]/g, letter => umlauts[letter]!)

/** The words of a text as the search index sees them. */
export const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** A 53-bit hash (cyrb53) for look-up keys: a match is confirmed on the values themselves. */
export function hash(text: string) {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}
