import { z } from 'zod'
import { command, query } from '../call.ts'
import { CalendarDate } from '../time.ts'
import { Absence, AbsenceChange, FutureVisits, NewAbsence, NewStaff, Staff, StaffChange } from './model.ts'

const id = z.int().positive()

export const staffContract = {
  /** Those who left included. */
  'staff.list': query('appointments.read', z.strictObject({}), z.array(Staff)),
  'staff.create': command('settings.write', NewStaff, Staff),
  'staff.update': command('settings.write', StaffChange, Staff),
  /** Refused where visits are to come and nothing is said about them: the failure tells how many. */
  'staff.archive': command('settings.write', z.strictObject({ id, futureVisits: FutureVisits.nullable().default(null) }), Staff),
  'staff.bringBack': command('settings.write', z.strictObject({ id }), Staff),
  'staff.reorder': command('settings.write', z.strictObject({ ids: z.array(id).max(1000) }), z.array(Staff)),
  /** Those that touch these days, both included. */
  'staff.absences': query('appointments.read', z.strictObject({ from: CalendarDate, to: CalendarDate }), z.array(Absence)),
  'staff.addAbsence': command('settings.write', NewAbsence, Absence),
  'staff.changeAbsence': command('settings.write', AbsenceChange, Absence),
  'staff.removeAbsence': command('settings.write', z.strictObject({ id }), z.null()),
}
