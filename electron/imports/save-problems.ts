import type { FileToken } from '../../shared/files/model.ts'
import type { Language } from '../../shared/settings/model.ts'
import { guardText } from '../../shared/csv/guard.ts'
import type { ImportProblemTable } from '../db/schema-imports.ts'
import { writeCsv } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { settingsOf } from '../settings/service.ts'
import { textIn } from '../texts.ts'
import { columnName, runOf } from './problems.ts'
import * as queries from './queries.ts'

const problemsAtOnce = 1000

/** The rows that failed, as they stood in the file, each with its line and all that is wrong with it: to be mended and imported again. */
export async function saveProblems({ import: id, out }: { import: number; out: FileToken }, context: JobContext) {
  const { headers } = await runOf(context.db, id)
  const { language } = await settingsOf(context.db)
  let rows = -1
  await writeCsv(context.destination(out).path, counted(), { delimiter: language === 'de' ? ';' : ',', byteOrderMark: true })
  return { rows }

  async function* counted() {
    for await (const row of rowsOf(id, headers, language, context)) {
      rows++
      yield row
    }
  }
}

async function* rowsOf(id: number, headers: readonly string[], language: Language, context: JobContext) {
  const named = headers.map((_, column) => columnName(headers, column))
  yield [...named, textIn(language, 'exportColumns.problemLine'), textIn(language, 'exportColumns.problemReason')]
  let row: { line: number; cells: string[]; reasons: string[] } | null = null
  for await (const problem of problems(id, context)) {
    if (problem.cells !== null) {
      if (row) yield finished(row, headers.length)
      row = { line: problem.line, cells: JSON.parse(problem.cells) as string[], reasons: [] }
    }
    row?.reasons.push(reasonOf(problem, language))
  }
  if (row) yield finished(row, headers.length)
}

async function* problems(id: number, { db, checkCancelled }: JobContext): AsyncGenerator<ImportProblemTable, void, undefined> {
  for (let position = 0; ; position += problemsAtOnce) {
    checkCancelled()
    const page = await queries.problemsFrom(db, id, position, problemsAtOnce).execute()
    yield* page
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
