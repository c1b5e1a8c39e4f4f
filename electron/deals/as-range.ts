import type { Database } from 'better-sqlite3'
import { stopRecordingInserts } from '../operations/recording.ts'

const tables = ['deal', 'dealMove', 'dealTag'] as const

/** For bulk work: what is inserted is recorded as ranges of ids. Whoever made the job's other writers gives the connection its ordinary triggers back. */
export function recordingDealsAsRanges(sqlite: Database) {
  stopRecordingInserts(sqlite, tables)
  const last = sqlite.prepare<[string], number>('select coalesce(max(seq), 0) from sqlite_sequence where name = ?').pluck()
  const range = sqlite.prepare('insert into changeRange (operationId, tableName, firstId, lastId) values (?, ?, ?, ?)')
  const lastIds = () => tables.map(table => last.get(table) ?? 0)

  return async (operation: number, insert: () => Promise<void>) => {
    const before = lastIds()
    await insert()
    for (const [place, after] of lastIds().entries())
      if (after > before[place]!) range.run(operation, tables[place], before[place]! + 1, after)
  }
}
