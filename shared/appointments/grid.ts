import { minutesOf, type Clock } from '../zone.ts'
import type { Interval } from './diary.ts'

const minute = 60_000

/** Each instant in an interval at which the wall shows a time on the grid, which is counted from midnight. */
export function* gridWithin({ start, end }: Interval, stepMinutes: number, clock: Clock): Generator<number> {
  for (let instant = Math.ceil(start / minute) * minute; instant < end;) {
    const past = minutesOf(clock.localOf(instant).slice(11)) % stepMinutes
    if (past === 0) yield instant
    // The grid may begin anew where the clocks change, and they do that on the grid.
    instant += (stepMinutes - past) * minute
  }
}
