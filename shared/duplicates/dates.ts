export type DateLevel = 'equal' | 'close' | 'sameDay' | 'different'

/** Two birthdays as numbers (19840514, or 514 without a year): the same, or one slip of the pen apart. */
export function compareDates(a: number, b: number): DateLevel {
  if (a === b) return a > 9999 ? 'equal' : 'sameDay'
  if (a <= 9999 || b <= 9999) return a % 10_000 === b % 10_000 ? 'sameDay' : 'different'
  if (isDayAndMonthSwapped(a, b)) return 'close'
  return isOneSlip(digitsOf(a), digitsOf(b)) ? 'close' : 'different'
}

const digitsOf = (date: number) => String(date).padStart(8, '0')

function isDayAndMonthSwapped(a: number, b: number) {
  const [day, month] = [a % 100, Math.trunc(a / 100) % 100]
  return Math.trunc(a / 10_000) === Math.trunc(b / 10_000) && b % 100 === month && Math.trunc(b / 100) % 100 === day
}

/** One digit differs, or two that stand side by side changed places. */
function isOneSlip(a: string, b: string) {
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  if (apart.length === 1) return true
  const [first, second] = apart as [number, number]
  return apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}
