import { AppError, type Failure } from '../../shared/errors.ts'
import { Question } from '../../shared/reports/model.ts'
import type { Rhythm, Schedule } from '../../shared/schedules/model.ts'
import { nextDue } from '../../shared/schedules/rules.ts'
import type { Db } from '../db/schema.ts'
import type { Around } from '../reports/definition.ts'
import * as queries from './queries.ts'

export type ScheduleRow = Awaited<ReturnType<ReturnType<typeof queries.all>['execute']>>[number]

export async function rowOf(db: Db, id: number) {
  const row = await queries.byId(db, id).executeTakeFirst()
  if (!row) throw new AppError('notFound', 'scheduleGone')
  return row
}

// Both were checked at the door when they were written.
export const rhythmOf = ({ rhythm }: Pick<ScheduleRow, 'rhythm'>) => JSON.parse(rhythm) as Rhythm
const failureOf = ({ failure }: ScheduleRow) => (failure === null ? null : (JSON.parse(failure) as Failure))

/** What is asked; a report that somebody put together is called what it is saved as. */
export function questionOf({ asked, savedName }: Pick<ScheduleRow, 'asked' | 'savedName'>): Question {
  const { build, ...question } = Question.parse(JSON.parse(asked!))
  return { ...question, build: build && savedName !== null ? { ...build, title: savedName } : build }
}

export function nameOf(row: Pick<ScheduleRow, 'asked' | 'savedName'>, { say }: Around) {
  const { report, build } = questionOf(row)
  return row.savedName ?? (build?.title || say(`names.${report}`))
}

export function toSchedule(row: ScheduleRow, around: Around): Schedule {
  const rhythm = rhythmOf(row)
  const isPaused = row.pausedAt !== null
  return {
    ...{ id: row.id, name: nameOf(row, around), question: questionOf(row), savedReportId: row.savedReportId },
    ...{ format: row.format, rhythm, folder: row.folder, pausedAt: row.pausedAt },
    next: isPaused ? null : { day: nextDue(rhythm, around.now.getTime(), around.clock), at: rhythm.at },
    last: row.triedAt === null ? null : { at: row.triedAt, file: row.file, failure: failureOf(row) },
  }
}
