import { fold } from '../text.ts'

/** What stands at 0x80 to 0x9f, where this code page differs from Latin-1; five places are empty. */
const letters = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ']
const places = new Map(letters.flatMap((letter, index) => (letter === ' ' ? [] : [[letter, 0x80 + index] as const])))

/** As DATEV reads text: letters that the code page does not have lose their accents, and what is then left of none is a question mark. */
export const inWindows1252 = (text: string): Uint8Array =>
  Uint8Array.from([...text.normalize('NFC')].flatMap(letter => bytesOf(letter) ?? plain(letter)))

function bytesOf(letter: string): number[] | null {
  const code = letter.codePointAt(0)!
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return [code]
  const place = places.get(letter)
  return place === undefined ? null : [place]
}

function plain(letter: string): number[] {
  const folded = fold(letter)
  const shown = letter === letter.toLowerCase() ? folded : folded.toUpperCase()
  return /^\p{ASCII}+$/u.test(shown) ? [...shown].map(one => one.charCodeAt(0)) : [63]
}
