import { AppError } from '../../shared/errors.ts'
import type { TaskFields } from '../../shared/tasks/model.ts'
import { clockIn } from '../../shared/zone.ts'
import * as appointments from '../appointments/read.ts'
import { find as findContact } from '../contacts/find.ts'
import type { Db } from '../db/schema.ts'
import { rowOf as documentRow } from '../invoices/find.ts'
import { settingsOf } from '../settings/service.ts'
import { findStaff } from '../staff/find.ts'
import * as queries from './queries.ts'

export async function rowOf(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'taskGone')
  return row
}

export async function openRow(db: Db, id: number) {
  const row = await rowOf(db, id)
  if (row.doneAt !== null) throw new AppError('conflict', 'taskDone')
  return row
}

/** What the shop's wall shows: the clock it hangs on, the time and the day. */
export async function wallOf(db: Db, at: Date) {
  const clock = clockIn((await settingsOf(db)).zone)
  const now = clock.localOf(at.getTime())
  return { clock, now, today: now.slice(0, 10) }
}

type Links = Pick<TaskFields, 'assigneeId' | 'contactId' | 'appointmentId' | 'documentId'>

/** What it points at has to be there; who was merged into somebody else is that one. */
export async function linked<T extends Links>(db: Db, task: T): Promise<T> {
  if (task.assigneeId !== null) await findStaff(db, task.assigneeId)
  if (task.documentId !== null) await documentRow(db, task.documentId)
  if (task.appointmentId !== null) await appointments.rowOf(db, task.appointmentId)
  return task.contactId === null ? task : { ...task, contactId: (await findContact(db, task.contactId)).id }
}
