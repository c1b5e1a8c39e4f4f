/**
 * How a name sounds, in a coarse code that fits German, English, French, Slavic and Turkish spellings alike (after the Cologne
 * phonetics): letters that are mistaken for each other share a digit, vowels count at the beginning only.
 */
export function soundOf(word: string): string {
  let code = ''
  let last = ''
  const letters = word
    .replace(/ph/g, 'f')
    .replace(/sch|tsch|sh|cz|sz|tz|ts|ch(?=[eiy])/g, 's')
    .replace(/[cg]h|ck|q/g, 'k')
  for (let at = 0; at < letters.length; at++) {
    const digit = digitOf(letters[at]!, letters[at + 1] ?? '')
    if (digit === '') continue
    if (digit !== last && (digit !== '0' || code === '')) code += digit
    last = digit
  }
  return code
}

const digits: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ 0: 'aeiouyj', 1: 'bp', 2: 'dt', 3: 'fvw', 4: 'gkx', 5: 'l', 6: 'mn', 7: 'r', 8: 'sz' }).flatMap(([digit, letters]) =>
    [...letters].map(letter => [letter, digit]),
  ),
)

function digitOf(letter: string, next: string) {
  if (letter === 'h') return ''
  if (letter === 'c') return /[eiy]/.test(next) ? '8' : '4'
  return digits[letter] ?? letter
}
