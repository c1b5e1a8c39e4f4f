/** The positions at which keys were met, `expected` pairs at most. Every row of an import adds to it: flat arrays cost a tenth of a map of lists. */
export function createPositions(expected: number) {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(expected, 2)))
  const first = new Int32Array(buckets)
  const next = new Int32Array(expected + 1)
  const positions = new Int32Array(expected + 1)
  const keys = new Float64Array(expected + 1)
  let last = 0
  const bucketOf = (key: number) => (key >>> 0) & (buckets - 1)

  return {
    add(key: number, position: number) {
      last++
      keys[last] = key
      positions[last] = position
      next[last] = first[bucketOf(key)]!
      first[bucketOf(key)] = last
    },
    /** Those of a key, in the order in which they were added. */
    of(key: number) {
      const found: number[] = []
      for (let at = first[bucketOf(key)]!; at !== 0; at = next[at]!) if (keys[at] === key) found.push(positions[at]!)
      return found.reverse()
    },
    clear() {
      first.fill(0)
      last = 0
    },
  }
}
