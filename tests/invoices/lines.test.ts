import { expect, it } from 'vitest'
import { freeLine, withItem } from '../../renderer/invoices/editor/lines.ts'

it('What is sold a second time stands on the same line, unless somebody else sells it', () => {
  const shampoo = { ...freeLine('Shampoo', 1), kind: 'product' as const, itemId: 3, price: 1490, staffId: 1 }
  const twice = withItem([shampoo], { ...shampoo, key: 100 })
  expect(twice.map(({ staffId, quantity }) => [staffId, quantity])).toEqual([[1, 2000]])
  const byAnother = withItem(twice, { ...shampoo, key: 101, staffId: 2 })
  expect(byAnother.map(({ staffId, quantity }) => [staffId, quantity])).toEqual([
    [1, 2000],
    [2, 1000],
  ])
})
