import { z } from 'zod'
import { command, query } from '../call.ts'
import {
  Appointment,
  AppointmentChange,
  CalendarEntry,
  Cancellation,
  Candidate,
  Conflict,
  Hole,
  Moment,
  Move,
  NewAppointment,
  Repeat,
  Rhythm,
  Slot,
  SlotsQuestion,
  statuses,
} from './model.ts'
import { LocalDateTime } from '../time.ts'

const id = z.int().positive()
const Id = z.strictObject({ id })
const changed = z.strictObject({ appointments: z.int() })
const Checked = z.strictObject({ start: LocalDateTime, conflicts: z.array(Conflict) })

export const appointmentsContract = {
  /** Those that touch this time, `to` excluded, in order of their start. */
  'appointments.between': query(
    'appointments.read',
    z.strictObject({ from: Moment, to: Moment, cancelled: z.boolean().default(false) }),
    z.array(CalendarEntry),
  ),
  'appointments.get': query('appointments.read', Id, CalendarEntry),
  'appointments.series': query('appointments.read', z.strictObject({ seriesId: id }), z.array(CalendarEntry)),
  /** What stands in the way of a visit and of its repetitions: one answer for each start. */
  'appointments.check': query('appointments.read', NewAppointment.extend({ exceptId: id.nullable().default(null) }), z.array(Checked)),
  /** Refused with the conflicts as `problems`, unless `despite` names each one's key. */
  'appointments.book': command('appointments.write', NewAppointment, Appointment),
  'appointments.change': command('appointments.write', AppointmentChange, Appointment),
  'appointments.move': command('appointments.write', Move, Appointment),
  /** Somebody who did not come, and then did, takes time again: that can be in the way of others. */
  'appointments.setStatus': command(
    'appointments.write',
    Id.extend({ status: z.enum(statuses).exclude(['cancelled']), despite: NewAppointment.shape.despite }),
    Appointment,
  ),
  'appointments.cancel': command('appointments.write', Cancellation, changed),
  /** Makes a visit the first of a series. */
  'appointments.repeat': command('appointments.write', Id.extend({ repeat: Repeat, despite: NewAppointment.shape.despite }), changed),
  'appointments.freeSlots': query('appointments.read', SlotsQuestion, z.array(Slot)),
  /** Whom to call, the likeliest first. */
  'appointments.fillTheHole': query(
    'appointments.read',
    z.strictObject({ hole: Hole, limit: z.int().min(1).max(50).default(10) }),
    z.array(Candidate),
  ),
  'appointments.noteCall': command(
    'appointments.write',
    z.strictObject({ appointmentId: id, contactId: id, outcome: z.enum(['noAnswer', 'declined', 'booked']) }),
    z.null(),
  ),
  'appointments.rhythm': query('appointments.read', z.strictObject({ contactId: id }), Rhythm),
}
