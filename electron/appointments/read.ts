import type { Appointment } from '../../shared/appointments/model.ts'
import { displayName } from '../../shared/contacts/rules.ts'
import { AppError } from '../../shared/errors.ts'
import type { Clock } from '../../shared/zone.ts'
import { find } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import * as queries from './queries.ts'
import { withServices, type Row } from './rows.ts'

export async function rowOf(db: Db, id: number): Promise<Row> {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'appointmentGone')
  return row
}

/** One that was not cancelled: what was cancelled is history, and is booked anew. */
export async function standingRow(db: Db, id: number): Promise<Row> {
  const row = await rowOf(db, id)
  if (row.status === 'cancelled') throw new AppError('conflict', 'appointmentCancelled')
  return row
}

export async function appointmentOf(db: Db, row: Row, clock: Clock): Promise<Appointment> {
  return (await withServices(db, [row], clock))[0]!
}

export const read = async (db: Db, id: number, clock: Clock) => appointmentOf(db, await rowOf(db, id), clock)

/** Which visits of a series are meant, in order of their start; those that go their own way are only meant by name. */
export async function inScope(db: Db, row: Row, scope: 'this' | 'following' | 'all'): Promise<Row[]> {
  if (row.seriesId === null || scope === 'this') return [row]
  const others = await queries.ofSeries(db, row.seriesId).execute()
  return others.filter(
    one =>
      one.id === row.id || (one.status !== 'cancelled' && one.detachedAt === null && (scope === 'all' || one.startsAt >= row.startsAt)),
  )
}

/** For the history: the client's name, or what was written instead of one. */
export async function nameOf(db: Db, { contactId, title }: Pick<Row, 'contactId' | 'title'>) {
  return contactId === null ? title : displayName(await find(db, contactId))
}
