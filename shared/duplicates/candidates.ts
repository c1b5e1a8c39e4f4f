import type { Base } from './base.ts'
import { blockings } from './blocking.ts'

/** Larger blocks say little: of those, only neighbours are compared, in an order that brings equal ones together. */
const pairedUpTo = (contacts: number) => (contacts < 20_000 ? 100 : contacts < 200_000 ? 30 : 14)
const neighbours = 4

/** Pairs of profiles that are worth a look, each once, as `first * size + second` with the smaller number first. */
export function candidatePairs(base: Base, step: () => void): Float64Array {
  const pairs = growing()
  const order = orderOf(base)
  for (const keys of keysOf(base, step)) {
    const sorted = keys.sort()
    for (let start = 0, end = 0; start < sorted.length; start = end) {
      const block = Math.trunc(sorted[start]! / base.size())
      while (end < sorted.length && Math.trunc(sorted[end]! / base.size()) === block) end++
      if (end - start > 1) addPairs(sorted.subarray(start, end), base.size(), order, pairs)
    }
    step()
  }
  return distinct(pairs.taken().sort())
}

function addPairs(block: Float64Array, size: number, order: Float64Array, pairs: Growing) {
  const members = Array.from(block, key => key % size)
  const reach = members.length > pairedUpTo(size) ? neighbours : members.length
  if (reach < members.length) members.sort((a, b) => order[a]! - order[b]!)
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < Math.min(members.length, i + 1 + reach); j++) {
      const [a, b] = [members[i]!, members[j]!]
      if (a !== b) pairs.push(a < b ? a * size + b : b * size + a)
    }
  }
}

/** One array for each kind of key, of `key * size + profile`. */
function* keysOf(base: Base, step: () => void) {
  const size = base.size()
  const keysAtMost = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, size))
  for (const keysFor of blockings) {
    const keys = growing()
    for (let index = 0; index < size; index++) {
      keysFor(base.profile(index), hash => keys.push((hash % keysAtMost) * size + index))
      if (index % 50_000 === 49_999) step()
    }
    yield keys.taken()
  }
}

function orderOf(base: Base) {
  const order = new Float64Array(base.size())
  for (let index = 0; index < order.length; index++) {
    const { given, family, birthday } = base.profile(index)
    order[index] = (((family?.index ?? 0) * 31 + (given?.index ?? 0)) % 2 ** 26) * 2 ** 25 + birthday
  }
  return order
}

function distinct(sorted: Float64Array) {
  let kept = 0
  for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!
  return sorted.subarray(0, kept)
}

type Growing = ReturnType<typeof growing>

function growing() {
  let values = new Float64Array(4096)
  let length = 0
  return {
    push(value: number) {
      if (length === values.length) {
        const larger = new Float64Array(length * 2)
        larger.set(values)
        values = larger
      }
      values[length++] = value
    },
    taken: () => values.subarray(0, length),
  }
}
