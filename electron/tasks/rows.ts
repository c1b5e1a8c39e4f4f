import type { Selectable } from 'kysely'
import type { Task, TaskFields } from '../../shared/tasks/model.ts'
import { clientsOf } from '../appointments/rows.ts'
import type { Db } from '../db/schema.ts'
import type { TaskTable } from '../db/schema-tasks.ts'
import * as queries from './queries.ts'

export type TaskRow = Selectable<TaskTable>

/** What a person can change of it. Written from what the model has checked. */
export const fieldsOf = (row: TaskRow): TaskFields => {
  const { kind, title, note, due, priority, assigneeId, contactId, appointmentId, documentId, remindMinutes } = row
  return {
    ...{ kind, title, note, due, priority, assigneeId, contactId, appointmentId, documentId, remindMinutes },
    checklist: JSON.parse(row.checklist) as TaskFields['checklist'],
    repeats: row.rule === null ? null : { rule: row.rule, from: row.repeatFrom! },
  }
}

/** Rows with whom and what they are about, in the same order. */
export async function withNames(db: Db, rows: readonly TaskRow[]): Promise<Task[]> {
  const ids = (column: 'contactId' | 'assigneeId' | 'documentId') => [...new Set(rows.flatMap(row => row[column] ?? []))]
  const clients = await clientsOf(db, ids('contactId'))
  const staff = new Map((await queries.names(db, ids('assigneeId')).execute()).map(({ id, name }) => [id, name]))
  const documents = new Map((await queries.numbersOf(db, ids('documentId')).execute()).map(({ id, number }) => [id, number]))
  return rows.map(row => ({
    ...fieldsOf(row),
    ...{ id: row.id, snoozedUntil: row.snoozedUntil, remindAt: row.remindAt, outcome: row.outcome, doneAt: row.doneAt },
    ...{ doneBy: row.doneBy, user: row.user, createdAt: row.createdAt, changedAt: row.changedAt },
    client: row.contactId === null ? null : (clients.get(row.contactId) ?? null),
    assignee: row.assigneeId === null ? '' : (staff.get(row.assigneeId) ?? ''),
    documentNumber: row.documentId === null ? null : (documents.get(row.documentId) ?? null),
  }))
}

export async function withName(db: Db, row: TaskRow): Promise<Task> {
  const [task] = await withNames(db, [row])
  return task!
}
