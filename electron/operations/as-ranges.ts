import type { Database } from 'better-sqlite3'
import { stopRecordingInserts, type RecordedTable } from './recording.ts'

/** For bulk work: what is inserted is recorded as ranges of ids. Whoever begins it gives the connection its ordinary triggers back. */
export function recordingAsRanges(sqlite: Database, tables: readonly RecordedTable[]) {
  stopRecordingInserts(sqlite, tables)
  const last = sqlite.prepare<[string], number>('select coalesce(max(seq), 0) from sqlite_sequence where name = ?').pluck()
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const lastIds = () => tables.map(table => last.get(table) ?? 0)

  return async <Done>(operation: number, insert: () => Promise<Done>) => {
    const before = lastIds()
    const done = await insert()
    for (const [place, after] of lastIds().entries())
      if (after > before[place]!) range.run(operation, tables[place], before[place]! + 1, after)
    return done
  }
}
