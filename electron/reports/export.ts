import type { z } from 'zod'
import { spreadsheetFormOf } from '../../shared/csv/form.ts'
import type { reportsContract } from '../../shared/reports/contract.ts'
import { csvRows } from '../../shared/reports/csv.ts'
import type { Question } from '../../shared/reports/model.ts'
import { writeCsv } from '../files/csv-file.ts'
import type { JobContext } from '../handlers.ts'
import { aroundOf } from './around.ts'
import type { Around } from './definition.ts'
import { run } from './run.ts'

type Wanted = z.output<(typeof reportsContract)['exports.report']['input']>

/** All rows of a report, in the form that the spreadsheet of the shop's country opens. */
export async function exportReport({ out, ...question }: Wanted, context: JobContext) {
  const { path } = context.destination(out)
  const rows = await writeReportCsv(path, question, await aroundOf(context), () => context.checkCancelled())
  return { rows }
}

export async function writeReportCsv(path: string, question: Question, around: Around, step: () => void) {
  const report = await run({ question, limit: null }, around)
  const form = spreadsheetFormOf(around.settings.country)
  const words = { total: around.say('total'), before: (column: string) => around.say('beforeColumn', { column }) }
  const rows = [...csvRows(report, words, form.decimalMark)]
  await writeCsv(path, oneByOne(rows, step), form)
  return rows.length - 1
}

/** One by one, as long as nobody has had enough of it. */
async function* oneByOne(rows: readonly string[][], step: () => void) {
  for (const row of rows) {
    step()
    yield await Promise.resolve(row)
  }
}
