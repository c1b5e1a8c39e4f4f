import { expect, it } from 'vitest'
import { problemOf } from '../../renderer/problems.ts'
import { Problem } from '../../shared/problems/contract.ts'
import { eventually, openWindow } from '../support/window.ts'

it('a bug that nobody caught on a page reaches the log, once', async () => {
  const { bugs } = await openWindow()
  window.dispatchEvent(new ErrorEvent('error', { error: new TypeError('x is not a function') }))
  window.dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }))
  await eventually(() => expect(bugs).toHaveLength(1))
  expect(bugs[0]).toMatchObject({ name: 'TypeError', message: 'x is not a function' })
})

it.each([new RangeError('x'.repeat(9000)), Object.assign(new Error('x'), { name: 'Anna Petersen', stack: undefined }), 'a text', 7, {}])(
  'whatever is thrown can be told: %#',
  thrown => {
    expect(Problem.safeParse(problemOf(thrown)).success).toBe(true)
  },
)
