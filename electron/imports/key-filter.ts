/**
 * Says of most look-up keys that nobody has them, without asking the database (a Bloom filter). A key that was added is always
 * found; one in fifty others is, too, and costs a look-up for nothing.
 */
export function createKeyFilter(expectedKeys: number) {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(expectedKeys, 1000) * 8))
  const words = new Uint32Array(bits / 32)
  // A key is a hash of 53 bits: its halves are as good as two hashes, and any number of positions comes of those.
  const position = (key: number, index: number) => ((key >>> 0) + Math.imul(index, ((key / 2 ** 32) << 1) | 1)) & (bits - 1)

  return {
    add(key: number) {
      for (let index = 0; index < 4; index++) {
        const at = position(key, index)
        words[at >>> 5]! |= 1 << (at & 31)
      }
    },
    mayHave(key: number) {
      for (let index = 0; index < 4; index++) {
        const at = position(key, index)
        if ((words[at >>> 5]! & (1 << (at & 31))) === 0) return false
      }
      return true
    },
  }
}
export type KeyFilter = ReturnType<typeof createKeyFilter>
