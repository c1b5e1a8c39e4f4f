import { isOneSlip } from './digits.ts'

/** The levels of `fields.birthday`. */
export const dateLevel = { equal: 0, close: 1, sameDay: 2, different: 3 } as const
export type DateLevel = (typeof dateLevel)[keyof typeof dateLevel]

/** Two birthdays as numbers (19840514, or 514 without a year): the same, or one slip of the pen apart. */
export function compareDates(a: number, b: number): DateLevel {
  if (a === b) return a > 9999 ? dateLevel.equal : dateLevel.sameDay
  if (a <= 9999 || b <= 9999) return a % 10_000 === b % 10_000 ? dateLevel.sameDay : dateLevel.different
  return isDayAndMonthSwapped(a, b) || isOneSlip(a, b) ? dateLevel.close : dateLevel.different
}

function isDayAndMonthSwapped(a: number, b: number) {
  const [day, month] = [a % 100, Math.trunc(a / 100) % 100]
  return Math.trunc(a / 10_000) === Math.trunc(b / 10_000) && b % 100 === month && Math.trunc(b / 100) % 100 === day
}
