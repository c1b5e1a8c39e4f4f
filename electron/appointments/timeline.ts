import { clockIn } from '../../shared/zone.ts'
import { settingsOf } from '../settings/service.ts'
import type { Source } from '../timeline/source.ts'
import * as queries from './queries.ts'
import { withServices } from './rows.ts'

/** Visits stand where they begin: those to come above everything that has happened. */
export const appointmentSource: Source = {
  name: 'appointment',
  kinds: ['visit'],
  async entries(db, { contactId, below, limit }) {
    const rows = await queries.ofContact(db, contactId, below, limit).execute()
    if (rows.length === 0) return []
    const appointments = await withServices(db, rows, clockIn((await settingsOf(db)).zone))
    return appointments.map(appointment => ({ source: 'appointment', id: appointment.id, at: appointment.startsAt, appointment }))
  },
}
