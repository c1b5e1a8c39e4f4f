import type { Database } from 'better-sqlite3'
import type { Person } from '../../shared/imports/match.ts'
import type { createBulkWriter } from '../contacts/bulk.ts'
import { insertColumns, stagedValue } from '../contacts/staging.ts'
import { createPositions } from './positions.ts'
import { personOf, type StagedRow } from './stored.ts'

export type Intake = ReturnType<ReturnType<typeof createBulkWriter>['intake']>
export type Staged = ReturnType<typeof readStage>

const manySharing = 20

/** The rows of a chunk, as far as it takes to tell whom they are about. */
export function readStage(sqlite: Database, schema: string, at: string, keys: number) {
  const values = insertColumns.map(column => `${stagedValue(column)} as ${column}`).join(', ')
  const row = sqlite.prepare<[{ position: number; at: string }], StagedRow>(
    `select ${values}, tags from ${schema}.staged where position = @position`,
  )
  const name = sqlite.prepare<[number], string>(`select sortName from ${schema}.staged where position = ?`).pluck()
  /** Rows that were met and are still waiting to be written, by their keys. */
  const waiting = createPositions(keys)

  return {
    nameAt: (position: number) => name.get(position) ?? '',
    personAt: (position: number): Person => personOf(row.get({ position, at })!),
    /** The row is a contact of its own, to be found by the rows behind it. */
    keep(own: Float64Array, position: number) {
      for (const key of own) waiting.add(key, position)
    },
    /** The positions of earlier rows with one of these keys that are still waiting to be written. Many of them had better be written. */
    sharing(own: Float64Array, before: number, intake: Intake): number[] {
      const found = new Set<number>()
      for (const key of own) for (const position of waiting.of(key)) if (intake.isWaiting(position)) found.add(position)
      if (found.size < manySharing) return [...found]
      intake.takeBelow(before)
      waiting.clear()
      return []
    },
  }
}
