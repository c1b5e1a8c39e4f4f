import type { Database } from 'better-sqlite3'
import { outcomes, type ImportOutcome, type ImportReason } from '../../shared/imports/model.ts'

type Range = { rows: number; firstLine: number; firstContact: number | null; reason: ImportReason | '' }

/** Keeps what became of each row: one line for as many rows as have lines and contacts that follow each other. */
export function createOutcomeLog(sqlite: Database, importId: number) {
  const insert = sqlite.prepare(
    'insert into importRange (importId, outcome, position, rows, firstLine, firstContact, reason) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const counts: Record<ImportOutcome, number> = { created: 0, updated: 0, unchanged: 0, skipped: 0 }
  const open = new Map<ImportOutcome, Range>()

  function close(outcome: ImportOutcome) {
    const range = open.get(outcome)
    if (!range) return
    const { rows, firstLine, firstContact, reason } = range
    insert.run(importId, outcome, counts[outcome] - rows, rows, firstLine, firstContact, reason)
    open.delete(outcome)
  }

  return {
    counts,
    add(outcome: ImportOutcome, line: number, contact: number | null, reason: ImportReason | '' = '') {
      const range = open.get(outcome)
      const follows =
        range !== undefined &&
        range.reason === reason &&
        line === range.firstLine + range.rows &&
        (contact === null ? range.firstContact === null : range.firstContact !== null && contact === range.firstContact + range.rows)
      if (!follows) close(outcome)
      if (follows) range.rows++
      else open.set(outcome, { rows: 1, firstLine: line, firstContact: contact, reason })
      counts[outcome]++
    },
    /** At the end of each transaction. */
    write: () => outcomes.forEach(close),
  }
}
export type OutcomeLog = ReturnType<typeof createOutcomeLog>
