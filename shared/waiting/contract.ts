import { z } from 'zod'
import { command, query } from '../call.ts'
import { NewWaiting, Waiting, WaitingChange } from './model.ts'

export const waitingContract = {
  /** Whoever waits, the longest first. */
  'waiting.list': query('appointments.read', z.strictObject({}), z.array(Waiting)),
  'waiting.add': command('appointments.write', NewWaiting, Waiting),
  'waiting.change': command('appointments.write', WaitingChange, Waiting),
  'waiting.remove': command('appointments.write', z.strictObject({ id: z.int().positive() }), z.null()),
}
