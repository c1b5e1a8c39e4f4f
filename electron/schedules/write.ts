import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { AppError, failureOf } from '../../shared/errors.ts'
import { fileName } from '../../shared/files/names.ts'
import type { Question } from '../../shared/reports/model.ts'
import { periodBefore, periodText } from '../../shared/schedules/rules.ts'
import { explained, findPlace } from '../backups/places.ts'
import { explainStorage } from '../db/failures.ts'
import type { ScheduleOutcomeTable } from '../db/schema-reports.ts'
import type { JobContext } from '../handlers.ts'
import { aroundOf } from '../reports/around.ts'
import type { Around } from '../reports/definition.ts'
import { writeReportCsv } from '../reports/export.ts'
import { writeReportPdf } from '../reports/print.ts'
import { definitionFor } from '../reports/reports.ts'
import * as queries from './queries.ts'
import { nameOf, questionOf, rhythmOf, type ScheduleRow } from './rows.ts'

/** `isBeside` the clock: it counts as none of the days on which it is due. */
type Wanted = Readonly<{ row: ScheduleRow; day: string; isBeside: boolean }>
type Written = Readonly<{ file: string; folder: string }>

/**
 * Writes the report of the period before a day. Under which name is noted before: a file that a power cut kept from being noted is
 * known by it, and not written again.
 */
export async function writeScheduled({ row, day, isBeside }: Wanted, context: JobContext): Promise<Written> {
  const keep = keeping(row, context)
  const doneOn = isBeside ? row.doneOn : day
  try {
    const folder = findPlace({ id: row.placeId, path: row.folder })
    const begun = row.writingOn === day && !isBeside && existsSync(join(folder, row.writing!)) ? row.writing : null
    const file = begun ?? (await writeAnew({ row, day, isBeside }, folder, context))
    await keep({ doneOn, file })
    return { file, folder }
  } catch (cause) {
    const error = explained(cause, row.folder)
    if (error instanceof AppError && error.code === 'cancelled') throw error
    // What is a bug goes to the log where it is thrown.
    await keep({ file: null, failure: JSON.stringify(failureOf(explainStorage(error))) })
    throw error
  }
}

async function writeAnew({ row, day, isBeside }: Wanted, folder: string, context: JobContext) {
  const around = await aroundOf(context)
  const { question, file } = plan(row, day, folder, around)
  if (!isBeside) await keeping(row, context)({ writing: file, writingOn: day })
  await write(join(folder, file), question, { row, around, context })
  return file
}

/** How it went, beside what is known: a file that is being written is none any more once that is told. */
function keeping(row: ScheduleRow, context: JobContext) {
  const attempts = (row.failure === null ? 0 : (row.attempts ?? 0)) + 1
  const known = { scheduleId: row.id, doneOn: row.doneOn, attempts, file: row.file, writing: null, writingOn: null, failure: null }
  return (outcome: Partial<Insertable<ScheduleOutcomeTable>>) =>
    context.transaction(() => queries.keepOutcome(context.db, { ...known, triedAt: context.now().toISOString(), ...outcome }).execute())
}

function write(path: string, question: Question, { row, around, context }: { row: ScheduleRow; around: Around; context: JobContext }) {
  if (row.format === 'pdf') return writeReportPdf(path, question, around, context)
  return writeReportCsv(path, question, around, context)
}

/** A report of how things are now has the day on which it is written in its name. */
function plan(row: ScheduleRow, day: string, folder: string, around: Around) {
  const [rhythm, asked] = [rhythmOf(row), questionOf(row)]
  const isOfPeriod = definitionFor(asked).period !== null
  const days = periodBefore(rhythm, day, around.weekStart)
  const question = isOfPeriod ? { ...asked, period: null, ...days } : asked
  const name = `${fileName(nameOf(row, around))} ${isOfPeriod ? periodText(rhythm, days) : day}`
  return { question, file: freeName(folder, name, row.format) }
}

/** What is there already is never written over. */
function freeName(folder: string, name: string, ending: string) {
  for (let count = 1; ; count++) {
    const file = count === 1 ? `${name}.${ending}` : `${name} (${count}).${ending}`
    if (!existsSync(join(folder, file))) return file
  }
}
