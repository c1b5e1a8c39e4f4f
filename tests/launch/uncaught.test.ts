import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { watchUncaught } from '../../electron/uncaught.ts'

it('what nobody caught ends the start, and later goes to the log with its cause', () => {
  const program = new EventEmitter()
  const gaveUp: unknown[] = []
  const bugs: unknown[] = []
  const logTo = watchUncaught(error => gaveUp.push(error), program as NodeJS.Process)
  program.emit('unhandledRejection', 'too early')
  program.emit('uncaughtException', 'too early as well')

  logTo({ bug: (bug, where) => bugs.push([bug, where]), note: () => undefined })
  const error = new Error('b', { cause: new Error('a') })
  program.emit('unhandledRejection', error)
  program.emit('uncaughtException', error)
  expect({ gaveUp, bugs }).toEqual({
    gaveUp: ['too early', 'too early as well'],
    bugs: [
      [error, 'unhandled rejection'],
      [error, 'uncaught exception'],
    ],
  })
})
