import { dayNumber } from '../../../shared/reports/day-number.ts'
import type { Days } from '../../../shared/reports/periods.ts'

const [zero, comma, minus] = [48, 44, 45]

/** Those of `20418,20421`. Many are read: without making texts of them. */
export function daysIn(text: string) {
  const days: number[] = []
  let [day, sign] = [0, 1]
  for (let place = 0; place < text.length; place++) {
    const letter = text.charCodeAt(place)
    if (letter === comma) {
      days.push(sign * day)
      ;[day, sign] = [0, 1]
    } else if (letter === minus) sign = -1
    else day = day * 10 + letter - zero
  }
  days.push(sign * day)
  return days
}

/**
 * How many clients came in each of these stretches of days, each counted once: of those of whom it is known on which days they came.
 * A day may lie in several of them.
 */
export function countedIn(stretches: readonly Days[], clients: readonly string[]) {
  const { first, placesOn } = placesByDay(stretches)
  const [counts, latest] = [new Int32Array(stretches.length), new Int32Array(stretches.length).fill(-1)]
  clients.forEach((days, client) => {
    for (const day of daysIn(days))
      for (const place of placesOn[day - first] ?? []) {
        if (latest[place] !== client) counts[place]! += 1
        latest[place] = client
      }
  })
  return counts
}

/** In which of the stretches each day lies, from the first on. */
function placesByDay(stretches: readonly Days[]) {
  const numbers = stretches.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  const first = Math.min(...numbers.map(({ from }) => from))
  const placesOn: number[][] = []
  numbers.forEach(({ from, to }, place) => {
    for (let day = from; day <= to; day++) (placesOn[day - first] ??= []).push(place)
  })
  return { first, placesOn }
}
