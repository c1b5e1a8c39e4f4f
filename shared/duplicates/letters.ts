/** Edits that make one text of the other: letters put in, left out, exchanged, or two neighbours swapped. More than `atMost` counts as one more. */
export function edits(a: string, b: string, atMost: number) {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > atMost) return atMost + 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const width = short.length + 1
  for (let column = 0; column < width; column++) rows[1]![column] = column
  let leastBefore = 0
  for (let row = 1; row <= long.length; row++) {
    const [before, last, current] = [rows[(row + 2) % 3]!, rows[row % 3]!, rows[(row + 1) % 3]!]
    const least = fillRow(short, long, row, before, last, current)
    // Two letters that changed places reach back two rows.
    if (least > atMost && leastBefore >= atMost) return atMost + 1
    leastBefore = least
  }
  return Math.min(rows[(long.length + 1) % 3]![short.length]!, atMost + 1)
}

const longest = 256
const rows = [new Uint16Array(longest), new Uint16Array(longest), new Uint16Array(longest)]

/** Returns the least of the row: what follows cannot become less. */
function fillRow(short: string, long: string, row: number, before: Uint16Array, last: Uint16Array, current: Uint16Array) {
  current[0] = row
  let least = row
  const letter = long.charCodeAt(row - 1)
  for (let column = 1; column <= short.length; column++) {
    const other = short.charCodeAt(column - 1)
    let value = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (letter === other ? 0 : 1))
    if (row > 1 && column > 1 && letter === short.charCodeAt(column - 2) && long.charCodeAt(row - 2) === other) {
      value = Math.min(value, before[column - 2]! + 1)
    }
    current[column] = value
    if (value < least) least = value
  }
  return least
}

/** Neighbouring letters, sorted: two texts share many of them whatever the order of their words, and wherever they are divided. */
export function pairsOfLetters(letters: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, letters.length - 1))
  for (let at = 0; at < pairs.length; at++) pairs[at] = letters.charCodeAt(at) * 65_536 + letters.charCodeAt(at + 1)
  return pairs.sort()
}

/** From 0 (nothing in common) to 1 (the same pairs). */
export function overlap(a: Uint32Array, b: Uint32Array) {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return (2 * shared) / (a.length + b.length)
}
