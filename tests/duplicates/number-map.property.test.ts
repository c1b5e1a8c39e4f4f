import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNumberMap } from '../../shared/duplicates/number-map.ts'

const keys = fc.oneof(fc.nat(50), fc.nat(), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }))

it('keeps what a Map keeps, whatever the numbers are', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.integer()), { maxLength: 3000 }), entries => {
      const [map, known] = [createNumberMap(), new Map<number, number>()]
      for (const [key, value] of entries) {
        map.set(key, value)
        known.set(key, value)
      }
      expect(map.size()).toBe(known.size)
      expect(new Map(map.entries())).toEqual(known)
      for (const [key, value] of known) expect(map.get(key)).toBe(value)
      expect(map.get(Number.MAX_SAFE_INTEGER - 1)).toBe(known.get(Number.MAX_SAFE_INTEGER - 1))
    }),
  )
})

it('holds hundreds of thousands that follow each other', () => {
  const map = createNumberMap()
  for (let key = 0; key < 300_000; key++) map.set(key, key * 2)
  expect([map.size(), map.get(0), map.get(299_999), map.get(300_000)]).toEqual([300_000, 0, 599_998, undefined])
})
