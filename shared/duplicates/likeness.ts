import { edits, overlap } from './letters.ts'
import { compareNames, nameLevels } from './names.ts'
import { pairsOf, type Name, type Street } from './vocabulary.ts'

/** How two values of a kind resemble each other, which millions of pairs ask for again and again. */
export type Likeness = {
  /** A level of `nameLevels`. */
  names(a: Name, b: Name): number
  /** From 0 to 1. */
  streets(a: Street, b: Street): number
  /** 1 where they are the same place. */
  localities(a: Name, b: Name): number
}

export const likeness: Likeness = {
  names: (a, b) => (a === b ? 0 : nameLevels.indexOf(compareNames(a, b))),
  streets: (a, b) => (a === b ? 1 : overlap(pairsOf(a), pairsOf(b))),
  localities: (a, b) => (a === b || edits(a.joined, b.joined, 2) <= (Math.max(a.joined.length, b.joined.length) > 7 ? 2 : 1) ? 1 : 0),
}

/** The same for the vocabulary of one base, most pairs worked out once. */
export function rememberedLikeness(contacts: number): Likeness {
  const bits = Math.min(19, Math.max(8, Math.ceil(Math.log2(contacts + 1)) + 4))
  return {
    names: remembered(likeness.names, bits),
    streets: remembered(likeness.streets, bits - 2),
    localities: remembered(likeness.localities, bits - 2),
  }
}

const idsUpTo = 2 ** 26

/** Keeps the last answers, in so much room and no more. */
function remembered<T extends { readonly id: number }>(compare: (a: T, b: T) => number, bits: number) {
  const pairs = new Float64Array(2 ** bits).fill(-1)
  const answers = new Float32Array(2 ** bits)
  return (a: T, b: T) => {
    const pair = a.id < b.id ? a.id * idsUpTo + b.id : b.id * idsUpTo + a.id
    const slot = (Math.imul(a.id, 0x9e3779b1) ^ Math.imul(b.id, 0x9e3779b1)) >>> (32 - bits)
    if (pairs[slot] === pair) return answers[slot]!
    pairs[slot] = pair
    return (answers[slot] = compare(a, b))
  }
}
