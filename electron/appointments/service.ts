import type { appointmentsContract } from '../../shared/appointments/contract.ts'
import { instantOfMoment } from '../../shared/appointments/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../handlers.ts'
import { book } from './book.ts'
import { cancel, setStatus } from './cancel.ts'
import { change } from './change.ts'
import { check } from './check.ts'
import { fillTheHole, noteCall } from './hole.ts'
import { move } from './move.ts'
import * as queries from './queries.ts'
import { repeat } from './repeat.ts'
import { rhythmOf } from './rhythm.ts'
import { asEntries } from './rows.ts'
import { clockOf } from './shop.ts'
import { freeSlots } from './slots.ts'

export const appointmentHandlers: Handlers<typeof appointmentsContract> = {
  'appointments.between': async ({ from, to, cancelled }, { db }) => {
    const clock = await clockOf(db)
    const [start, end] = [from, to].map(moment => new Date(instantOfMoment(moment, clock)).toISOString()) as [string, string]
    const rows = await queries.between(db, start, end).execute()
    return asEntries(db, cancelled ? rows : rows.filter(({ status }) => status !== 'cancelled'), clock)
  },

  'appointments.get': async ({ id }, { db }) => {
    const rows = await queries.byId(db, id).execute()
    if (rows.length === 0) throw new AppError('notFound', 'appointmentGone')
    return (await asEntries(db, rows, await clockOf(db)))[0]!
  },

  'appointments.series': async ({ seriesId }, { db }) => asEntries(db, await queries.ofSeries(db, seriesId).execute(), await clockOf(db)),

  'appointments.check': check,
  'appointments.book': book,
  'appointments.change': change,
  'appointments.move': move,
  'appointments.setStatus': setStatus,
  'appointments.cancel': cancel,
  'appointments.repeat': repeat,
  'appointments.freeSlots': freeSlots,
  'appointments.fillTheHole': fillTheHole,
  'appointments.noteCall': noteCall,
  'appointments.rhythm': ({ contactId }, { db, now }) => rhythmOf(db, contactId, now()),
}
