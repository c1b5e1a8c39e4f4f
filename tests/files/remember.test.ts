import { expect, it } from 'vitest'
import { remembering } from '../../shared/remember.ts'

it('what was told once is told again without being asked for, until there is too much of it', () => {
  const asked: number[] = []
  const half = remembering((number: number) => {
    asked.push(number)
    return number / 2
  }, 2)
  expect([0, 4, 0, 4].map(half)).toEqual([0, 2, 0, 2])
  expect(asked).toEqual([0, 4])
  expect([6, 6, 0].map(half)).toEqual([3, 3, 0])
  expect(asked).toEqual([0, 4, 6, 0])
})
