import type { Database } from 'better-sqlite3'
import type { DemoActivity } from '../../shared/demo/remembered.ts'
import { stopRecordingInserts } from '../operations/recording.ts'

export type BulkActivity = DemoActivity & { contactId: number }

/** Writes many new entries in one statement, their history as a range of ids. Whoever made the job's other writer closes both. */
export function createActivityWriter(sqlite: Database, user: string) {
  stopRecordingInserts(sqlite, ['activity'])
  const lastId = sqlite.prepare<[], number>("select coalesce(max(seq), 0) from sqlite_sequence where name = 'activity'").pluck()
  const range = sqlite.prepare("insert into changeRange (operationId, tableName, firstId, lastId) values (?, 'activity', ?, ?)")
  const insert = sqlite.prepare(`
    insert into activity (id, contactId, kind, at, direction, outcome, durationMinutes, body, user, pinnedAt, createdAt, changedAt)
    select @base + key, value ->> 'contactId', value ->> 'kind', value ->> 'at', value ->> 'direction', value ->> 'outcome',
      value ->> 'durationMinutes', json(value -> 'body'), @user, value ->> 'pinnedAt', value ->> 'at', value ->> 'at'
    from json_each(@entries)`)

  return (operation: number, entries: readonly BulkActivity[]) => {
    if (entries.length === 0) return
    const base = lastId.get()! + 1
    insert.run({ base, user, entries: JSON.stringify(entries) })
    range.run(operation, base, base + entries.length - 1)
  }
}
