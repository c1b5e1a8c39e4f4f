import type { z } from 'zod'
import { spreadsheetFormOf } from '../../shared/csv/form.ts'
import type { reportsContract } from '../../shared/reports/contract.ts'
import { csvRows } from '../../shared/reports/csv.ts'
import type { Question } from '../../shared/reports/model.ts'
import { writeTable } from '../files/csv-file.ts'
import { inPortions } from '../files/in-portions.ts'
import type { JobContext } from '../handlers.ts'
import { aroundOf } from './around.ts'
import type { Around } from './definition.ts'
import { runInJob } from './run.ts'

type Wanted = z.output<(typeof reportsContract)['exports.report']['input']>

/** All rows of a report, in the form that the spreadsheet of the shop's country opens. */
export async function exportReport({ out, ...question }: Wanted, context: JobContext) {
  const { path } = context.destination(out)
  return writeReportCsv(path, question, await aroundOf(context), context)
}

export async function writeReportCsv(path: string, question: Question, around: Around, context: JobContext) {
  const report = await runInJob({ question, limit: null }, around, context)
  const form = spreadsheetFormOf(around.settings.country)
  const words = { total: around.say('total'), before: (column: string) => around.say('beforeColumn', { column }) }
  return writeTable(
    path,
    inPortions(csvRows(report, words, form.decimalMark), () => context.checkCancelled()),
    form,
  )
}
