import { fold } from '../text.ts'

/** Where this code page differs from Latin-1. */
const places = new Map(
  Array.from({ length: 32 }, (_, index) => 0x80 + index).map(byte => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
)

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
