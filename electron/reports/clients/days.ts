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
  const placesOn = placesByDay(stretches)
  const [counts, latest] = [new Int32Array(stretches.length), new Int32Array(stretches.length).fill(-1)]
  clients.forEach((days, client) => {
    for (const day of daysIn(days))
      for (const place of placesOn(day)) {
        if (latest[place] !== client) counts[place]! += 1
        latest[place] = client
      }
  })
  return counts
}

/** In which of the stretches a day lies: looked up once for each day on which anybody came, however long the stretches are. */
function placesByDay(stretches: readonly Days[]) {
  const numbers = stretches.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  const known = new Map<number, readonly number[]>()
  const found = (day: number) => numbers.flatMap(({ from, to }, place) => (from <= day && day <= to ? [place] : []))
  return (day: number) => {
    const places = known.get(day) ?? found(day)
    known.set(day, places)
    return places
  }
}
