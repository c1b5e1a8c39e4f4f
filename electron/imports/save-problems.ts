import type { FileToken } from '../../shared/files/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import { spreadsheetFormOf } from '../../shared/csv/form.ts'
import { guardText } from '../../shared/csv/guard.ts'
import type { ImportProblemTable } from '../db/schema-imports.ts'
import { writeTable } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { columnName, runOf } from './problems.ts'
import * as queries from './queries.ts'

const problemsAtOnce = 1000

/** The rows that failed, as they stood in the file, each with its line and all that is wrong with it: to be mended and imported again. */
export async function saveProblems({ import: id, out }: { import: number; out: FileToken }, context: JobContext) {
  const { headers } = await runOf(context.db, id)
  const { language, country } = await settingsOf(context.db)
  return writeTable(context.destination(out).path, rowsOf(id, headers, language, context), spreadsheetFormOf(country))
}

async function* rowsOf(id: number, headers: readonly string[], language: Language, context: JobContext) {
  const named = headers.map((_, column) => columnName(headers, column))
  yield [[...named, textIn(language, 'exportColumns.problemLine'), textIn(language, 'exportColumns.problemReason')]]
  // All problems of a row follow each other; only the first has its cells.
  let rows: { line: number; cells: string[]; reasons: string[] }[] = []
  for await (const page of pages(id, context)) {
    for (const problem of page) {
      const { line, cells } = problem
      if (cells !== null) rows.push({ line, cells: JSON.parse(cells) as string[], reasons: [] })
      rows.at(-1)?.reasons.push(reasonOf(problem, language))
    }
    // Of the last one more may follow.
    yield rows.slice(0, -1).map(row => finished(row, headers.length))
    rows = rows.slice(-1)
  }
  yield rows.map(row => finished(row, headers.length))
}

async function* pages(id: number, { db, checkCancelled }: JobContext): AsyncGenerator<ImportProblemTable[], void, undefined> {
  for (let position = 0; ; position += problemsAtOnce) {
    checkCancelled()
    const page = await queries.problemsFrom(db, id, position, problemsAtOnce).execute()
    yield page
    if (page.length < problemsAtOnce) return
  }
}

function reasonOf({ column, reason, params }: ImportProblemTable, language: Language) {
  const text = textIn(language, `importProblems.${reason}`, JSON.parse(params) as Record<string, number>)
  return column ? `${column}: ${text}` : text
}

/** Cells beyond the header's stay, behind the reasons. */
const finished = ({ line, cells, reasons }: { line: number; cells: readonly string[]; reasons: readonly string[] }, columns: number) => [
  ...Array.from({ length: columns }, (_, column) => guardText(cells[column] ?? '')),
  String(line),
  guardText(reasons.join(' ')),
  ...cells.slice(columns).map(guardText),
]
