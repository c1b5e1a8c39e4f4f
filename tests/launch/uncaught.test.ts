import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { watchUncaught } from '../../electron/uncaught.ts'

const aProgram = () => Object.assign(new EventEmitter(), { stdout: new EventEmitter(), stderr: new EventEmitter() })
// All that is looked at of a process.
const asProcess = (program: EventEmitter) => program as NodeJS.Process

it('what nobody caught ends the start, and later goes to the log with its cause', () => {
  const program = aProgram()
  const gaveUp: unknown[] = []
  const bugs: unknown[] = []
  const logTo = watchUncaught(error => gaveUp.push(error), asProcess(program))
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

it('a terminal that was closed is no failure: whoever told of it there would fail again', () => {
  const program = aProgram()
  const gaveUp: unknown[] = []
  watchUncaught(error => gaveUp.push(error), asProcess(program))
  for (const stream of [program.stdout, program.stderr]) expect(stream.emit('error', new Error('write EPIPE'))).toBe(true)
  expect(gaveUp).toEqual([])
})
