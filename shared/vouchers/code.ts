/** Crockford's: no letter is mistaken for a figure, or makes a word. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 12

/** Eleven letters at random (55 bits: nobody guesses one), and one by which a slip is found. `random` gives numbers below 32. */
export function codeFrom(random: readonly number[]) {
  const body = random.slice(0, length - 1).map(number => letters[number % letters.length]!)
  return [...body, checkLetter(body)].join('')
}

/** Luhn's sum over 32 letters: finds every wrong letter, and neighbours that changed places. */
function checkLetter(body: readonly string[]) {
  const sum = body.toReversed().reduce((total, letter, place) => {
    const doubled = letters.indexOf(letter) * (place % 2 === 0 ? 2 : 1)
    return total + Math.floor(doubled / letters.length) + (doubled % letters.length)
  }, 0)
  return letters[(letters.length - (sum % letters.length)) % letters.length]!
}

/** As somebody reads it out or types it: 7kq2-m9xd 4r8c. null where it cannot be a code, as after a slip. */
export function readCode(typed: string) {
  const compact = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (compact.length !== length || [...compact].some(letter => !letters.includes(letter))) return null
  return checkLetter([...compact.slice(0, -1)]) === compact.at(-1) ? compact : null
}

/** In fours, as it is printed. */
export const writtenCode = (code: string) => code.replace(/.{4}(?=.)/g, '$&-')
