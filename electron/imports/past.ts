import { AppError } from '../../shared/errors.ts'
import { ImportResult, ImportSettings, type ImportedRow, type ImportOutcome, type PastImport } from '../../shared/imports/model.ts'
import { namesOf } from '../contacts/names.ts'
import type { Db } from '../db/schema.ts'
import type { ImportRangeTable } from '../db/schema-imports.ts'
import { byId as operationById } from '../operations/queries.ts'
import { runOf } from './problems.ts'
import * as queries from './queries.ts'

/** The import that an operation was, as long as it is kept. */
export async function pastImport(db: Db, operation: number): Promise<PastImport> {
  const run = await queries.ofOperation(db, operation).executeTakeFirst()
  if (!run) throw new AppError('notFound', 'importGone')
  const { undoneBy } = await operationById(db, operation).executeTakeFirstOrThrow()
  return {
    fileName: run.fileName,
    startedAt: run.startedAt,
    undone: undoneBy !== null,
    settings: ImportSettings.parse(JSON.parse(run.settings)),
    result: ImportResult.parse({ ...JSON.parse(run.counts), operation, import: run.id }),
  }
}

type Wanted = { import: number; outcome: ImportOutcome; offset: number; limit: number }

export async function importedRows(db: Db, { import: id, outcome, offset, limit }: Wanted) {
  await runOf(db, id)
  const { rows: total } = await queries.rowCount(db, id, outcome).executeTakeFirstOrThrow()
  const ranges = await queries.rangesFrom(db, id, outcome, offset, limit).execute()
  const found = ranges.flatMap(range => rowsIn(range, offset, offset + limit))
  const names = await namesOf(
    db,
    found.flatMap(({ contact }) => contact ?? []),
  )
  return { total, rows: found.map((row): ImportedRow => ({ ...row, name: names.get(row.contact ?? 0) ?? '' })) }
}

function rowsIn({ position, rows, firstLine, firstContact, reason }: ImportRangeTable, from: number, to: number) {
  const first = Math.max(0, from - position)
  return Array.from({ length: Math.min(rows, to - position) - first }, (_, index) => ({
    line: firstLine + first + index,
    contact: firstContact === null ? null : firstContact + first + index,
    reason: reason === '' ? null : reason,
  }))
}
