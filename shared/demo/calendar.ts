import type { Dice } from './dice.ts'

const day = 86_400_000
const openFrom = 8 * 3_600_000
const openFor = 10 * 3_600_000

/** The moment by which this part of the shop's four years (0 to 1) had passed, always while it was open: Tuesday to Saturday. */
export function openingHours(until: Date) {
  const today = Math.floor(until.getTime() / day)
  // Day 0 of the epoch was a Thursday.
  const firstTuesday = Math.floor((today - 4 * 365 - 5) / 7) * 7 + 5
  const days = Math.floor((today - firstTuesday) / 7) * 5 + Math.min(5, (today - firstTuesday) % 7)

  return (part: number) => {
    // More people came every year.
    const opened = part ** 0.8 * days
    const index = Math.floor(opened)
    const date = firstTuesday + Math.floor(index / 5) * 7 + (index % 5)
    return new Date(date * day + openFrom + Math.floor((opened - index) * openFor)).toISOString()
  }
}

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const two = (number: number) => String(number).padStart(2, '0')

export function birthday(dice: Dice, from: number, to: number) {
  const month = dice.below(12)
  const date = `${two(month + 1)}-${two(1 + dice.below(daysOf[month] ?? 28))}`
  const year = from + dice.below(to - from)
  if (dice.chance(0.15) || (date === '02-29' && year % 4 !== 0)) return `--${date}`
  return `${year}-${date}`
}
