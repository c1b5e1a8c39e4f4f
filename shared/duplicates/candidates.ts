import type { Base } from './base.ts'
import { blockings } from './blocking.ts'
import { growing, type Growing } from './growing.ts'

/** Larger blocks say little: of those, only neighbours are compared, in an order that brings equal ones together. */
const pairedUpTo = (contacts: number) => (contacts < 20_000 ? 100 : contacts < 200_000 ? 30 : 14)
const neighbours = 4
const stepEvery = 20_000

/** Pairs of profiles, each as `first * size + second` with the smaller number first, sorted, in parts that are soon sorted. */
export type Pairs = { readonly parts: readonly Float64Array[]; readonly count: number }

const profilesInPart = 40_000

/** Pairs that are worth a look, each once. `step` hears which part is done, and may throw. */
export function candidatePairs(base: Base, step: (part: number) => void): Pairs {
  const size = base.size()
  const collected = Array.from({ length: Math.ceil(size / profilesInPart) }, () => growing(eachOnce))
  const order = orderOf(base)
  blockings.forEach((keysFor, kind) => {
    const tell = (part: number) => step((kind + part) / (blockings.length + 1))
    const keys = keysOf(base, keysFor, part => tell(part / 2))
    pairUp(keys.sort(), size, order, collected, part => tell(0.5 + part / 2))
  })
  const parts = collected.map(pairs => {
    step(blockings.length / (blockings.length + 1))
    const found = pairs.taken()
    return found.subarray(0, eachOnce(found))
  })
  return { parts, count: parts.reduce((sum, { length }) => sum + length, 0) }
}

/** `key * size + profile`, for all profiles that have the key. */
function keysOf(base: Base, keysFor: (typeof blockings)[number], tell: (part: number) => void) {
  const size = base.size()
  const keysAtMost = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, size))
  const read = base.reader()
  const keys = growing()
  for (let index = 0; index < size; index++) {
    if (index % stepEvery === 0) tell(index / size)
    keysFor(read(index), hash => keys.push((hash % keysAtMost) * size + index))
  }
  return keys.taken()
}

function pairUp(sorted: Float64Array, size: number, order: Float64Array, pairs: readonly Growing[], tell: (part: number) => void) {
  for (let start = 0, end = 0, blocks = 0; start < sorted.length; start = end, blocks++) {
    if (blocks % stepEvery === 0) tell(start / sorted.length)
    const block = Math.trunc(sorted[start]! / size)
    while (end < sorted.length && Math.trunc(sorted[end]! / size) === block) end++
    if (end - start > 1) addPairs(sorted.subarray(start, end), size, order, pairs)
  }
}

function addPairs(block: Float64Array, size: number, order: Float64Array, pairs: readonly Growing[]) {
  const members = Array.from(block, key => key % size)
  const reach = members.length > pairedUpTo(size) ? neighbours : members.length
  if (reach < members.length) members.sort((a, b) => order[a]! - order[b]!)
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < Math.min(members.length, i + 1 + reach); j++) {
      const [a, b] = members[i]! < members[j]! ? [members[i]!, members[j]!] : [members[j]!, members[i]!]
      if (a !== b) pairs[Math.floor(a / profilesInPart)]!.push(a * size + b)
    }
  }
}

function orderOf(base: Base) {
  const order = new Float64Array(base.size())
  const read = base.reader()
  for (let index = 0; index < order.length; index++) {
    const { given, family, birthday } = read(index)
    order[index] = (((family?.index ?? 0) * 31 + (given?.index ?? 0)) % 2 ** 26) * 2 ** 25 + birthday
  }
  return order
}

/** Sorts them, each once, to the front; returns how many there are. */
function eachOnce(values: Float64Array) {
  values.sort()
  let kept = 0
  for (let at = 0; at < values.length; at++) if (at === 0 || values[at] !== values[at - 1]) values[kept++] = values[at]!
  return kept
}
