import type { Database } from 'better-sqlite3'
import type { Link } from '../../shared/relations/rules.ts'
import { stopRecordingInserts } from '../operations/recording.ts'

/** Writes many new links in one statement, their history as a range of ids. Whoever made the job's other writer closes both. */
export function createRelationWriter(sqlite: Database) {
  stopRecordingInserts(sqlite, ['relation'])
  const lastId = sqlite.prepare<[], number>("select coalesce(max(seq), 0) from sqlite_sequence where name = 'relation'").pluck()
  const range = sqlite.prepare("insert into changeRange (operationId, tableName, firstId, lastId) values (?, 'relation', ?, ?)")
  const insert = sqlite.prepare(`
    insert into relation (id, fromId, toId, kind, label, createdAt)
    select @base + key, value ->> 'fromId', value ->> 'toId', value ->> 'kind', '', @at from json_each(@links)`)

  return (operation: number, links: readonly Link[], at: string) => {
    if (links.length === 0) return
    const base = (lastId.get() ?? 0) + 1
    insert.run({ base, at, links: JSON.stringify(links) })
    range.run(operation, base, base + links.length - 1)
  }
}
