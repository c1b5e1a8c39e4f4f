import { Temporal } from 'temporal-polyfill'

/** Offsets change at these steps at the earliest (every rule of the tz database since 1972 does). */
const step = 15 * 60_000
const hourInMilliseconds = 3_600_000
const dayInMilliseconds = 24 * hourInMilliseconds

export type Clock = ReturnType<typeof newClock>

/** What is known about a zone stays known. */
const clocks = new Map<string, Clock>()

/**
 * The clock on a wall in `zone`, quick enough for thousands of times: the offset of each day is looked up once, of each quarter
 * of an hour where it changes meanwhile.
 * Instants are milliseconds since 1970; wall times are `2026-11-24T09:30`, days `2026-11-24`.
 */
export function clockIn(zone: string) {
  const clock = clocks.get(zone) ?? newClock(zone)
  clocks.set(zone, clock)
  return clock
}

function newClock(zone: string) {
  const offsets = new Map<number, number>()

  const days = new Map<number, number | null>()

  function offsetAt(instant: number) {
    const day = Math.floor(instant / dayInMilliseconds)
    if (!days.has(day)) days.set(day, offsetOfDay(day))
    return days.get(day) ?? lookedUp(Math.floor(instant / step) * step)
  }

  /** null where it is not the same all day. */
  function offsetOfDay(day: number) {
    const [first, last] = [day, day + 1].map(number => lookedUp(number * dayInMilliseconds))
    return first === last ? first! : null
  }

  function lookedUp(instant: number) {
    const known = offsets.get(instant)
    if (known !== undefined) return known
    const offset = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000
    offsets.set(instant, offset)
    return offset
  }

  const reaching = (local: string) => instantsOf(local)[0] ?? endOfGap(local)

  const startOf = (day: string) => reaching(`${day}T00:00`)

  const wallAt = (instant: number) => new Date(instant + offsetAt(instant)).toISOString()

  /** Every instant at which the wall shows this: one, none in the hour that is skipped in spring, two in the one that comes twice, the earlier first. */
  function instantsOf(local: string): number[] {
    const asUtc = Date.parse(`${local}:00.000Z`)
    const offsetsAround = new Set([-26, 0, 26].map(hours => offsetAt(asUtc + hours * hourInMilliseconds)))
    return [...offsetsAround]
      .map(offset => asUtc - offset)
      .filter(instant => instant + offsetAt(instant) === asUtc)
      .sort((a, b) => a - b)
  }

  return {
    zone,
    instantsOf,
    /** `2026-11-24T09:30` */
    localOf: (instant: number) => wallAt(instant).slice(0, 16),
    dayOf: (instant: number) => wallAt(instant).slice(0, 10),
    /** The first instant at which the wall shows this; a time in the hour that is skipped is read with the offset before it. */
    firstFrom: (local: string) => instantsOf(local)[0] ?? afterGap(local),
    /** The first instant at which the wall shows this or more: the end of the hour that is skipped, for a time in it. */
    reaching,
    /** When a day begins: at midnight, or where that is skipped, when it is over. */
    startOf,
    /** From when to when days last, the end excluded, as instants are kept. */
    stretchOf: ({ from, to }: Readonly<{ from: string; to: string }>) => ({
      start: new Date(startOf(from)).toISOString(),
      end: new Date(startOf(dayAfter(to))).toISOString(),
    }),
  }

  /** RFC 5545, 3.3.5: a time that does not exist is read with the offset before the gap. */
  function afterGap(local: string) {
    const asUtc = Date.parse(`${local}:00.000Z`)
    return asUtc - offsetAt(asUtc - 26 * hourInMilliseconds)
  }

  function endOfGap(local: string) {
    let instant = Math.floor(afterGap(local) / step) * step
    while (wallAt(instant - step).slice(0, 16) >= local) instant -= step
    return instant
  }
}

/** Whether the walls of the two ever show different times around now, in summer or in winter. */
export function clocksDiffer(a: string, b: string, now: number) {
  const [one, other] = [clockIn(a), clockIn(b)]
  const halfAYear = 182 * 24 * hourInMilliseconds
  return a !== b && [now, now + halfAYear].some(instant => one.localOf(instant) !== other.localOf(instant))
}

/** `days` after this day on the calendar. */
export const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** ISO 8601: Monday is 1, Sunday 7. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7

/** Whole days from one to the other. */
export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Minutes since midnight of `09:30`, and of `24:00`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
