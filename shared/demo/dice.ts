/** Random numbers that are the same in every run with the same seed (mulberry32). */
export type Dice = {
  /** A whole number from 0 to `sides` - 1. */
  below(sides: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Like `pick`, but the beginning of the list comes up more often, as common names do. */
  pickEarly<T>(list: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const at = <T>(list: readonly T[], index: number) => list[Math.floor(index)] as T

  return {
    below: sides => Math.floor(next() * sides),
    chance: probability => next() < probability,
    pick: list => at(list, next() * list.length),
    pickEarly: list => at(list, next() ** 2 * list.length),
  }
}

/** The entries of a written list: `Anna, Lena, von der Heide`. */
export const listed = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)
