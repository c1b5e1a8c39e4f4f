import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/errors.ts'
import type { ImportProblem } from '../../shared/imports/model.ts'
import type { RowProblem } from '../../shared/imports/row.ts'
import type { Db } from '../db/schema.ts'
import type { ImportProblemTable } from '../db/schema-imports.ts'
import type { JobContext } from '../handlers.ts'
import * as queries from './queries.ts'
import type { FailedRow } from './rows.ts'

const keptRuns = 20
const removedAtOnce = 20_000

/** Columns without a header are called as a spreadsheet calls them. */
export const columnName = (headers: readonly string[], column: number | null) => (column === null ? '' : headers[column] || letters(column))

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

export const toProblem = (
  headers: readonly string[],
  line: number,
  isTaken: boolean,
  { column, value, reason, params }: RowProblem,
): ImportProblem => ({
  line,
  column: columnName(headers, column),
  value,
  reason,
  params,
  isTaken,
})

/** Keeps the rows that failed, so that they can be listed and saved. */
export function createProblemLog(sqlite: Database, importId: number, headers: readonly string[]) {
  const insert = sqlite.prepare(
    'insert into importProblem (importId, position, line, "column", value, reason, params, cells, isTaken) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  let position = 0
  let failed = 0
  let incomplete = 0
  return {
    failed: () => failed,
    incomplete: () => incomplete,
    write(rows: readonly FailedRow[]) {
      for (const { line, cells, problems, isTaken } of rows) {
        if (isTaken) incomplete++
        else failed++
        problems.forEach((problem, index) => {
          const { column, value, reason, params } = toProblem(headers, line, isTaken, problem)
          const row = index === 0 ? JSON.stringify(cells) : null
          insert.run(importId, position++, line, column, value, reason, JSON.stringify(params), row, Number(isTaken))
        })
      }
    },
  }
}

export type ProblemLog = ReturnType<typeof createProblemLog>

export async function problemsOf(db: Db, { import: id, offset, limit }: { import: number; offset: number; limit: number }) {
  await runOf(db, id)
  const { problems: total } = await queries.problemCount(db, id).executeTakeFirstOrThrow()
  const rows = await queries.problemsFrom(db, id, offset, limit).execute()
  return { total, problems: rows.map(fromRow) }
}

const fromRow = ({ line, column, value, reason, params, isTaken }: ImportProblemTable): ImportProblem => ({
  line,
  column,
  value,
  reason,
  params: JSON.parse(params) as ImportProblem['params'],
  isTaken: isTaken === 1,
})

export async function runOf(db: Db, id: number) {
  const run = await queries.byId(db, id).executeTakeFirst()
  if (!run) throw new AppError('notFound', 'importGone')
  // Written by this feature only.
  return { ...run, headers: JSON.parse(run.headers) as string[] }
}

export async function removeOutdated({ db, transaction }: JobContext) {
  for (const { id } of await queries.outdated(db, keptRuns).execute()) await removeRun({ db, transaction }, id)
}

/** In steps: others want to write, too. */
export async function removeRun({ db, transaction }: Pick<JobContext, 'db' | 'transaction'>, id: number) {
  for (const part of [queries.removeProblems, queries.removeRanges]) {
    for (let removed = 1n; removed > 0n;) {
      const { numDeletedRows } = await transaction(() => part(db, id, removedAtOnce).executeTakeFirstOrThrow())
      removed = numDeletedRows
    }
  }
  await transaction(() => queries.removeRun(db, id).execute())
}
