import type { Insertable, Updateable } from 'kysely'
import type { ReportScheduleTable, ScheduleOutcomeTable } from '../db/schema-reports.ts'
import type { Db } from '../db/schema.ts'

/** With what is asked and how it went the last time. */
export const all = (db: Db) =>
  db
    .selectFrom('reportSchedule')
    .leftJoin('savedReport', 'savedReport.id', 'reportSchedule.savedReportId')
    .leftJoin('scheduleOutcome', 'scheduleOutcome.scheduleId', 'reportSchedule.id')
    .selectAll('reportSchedule')
    .select(({ fn }) => fn.coalesce('reportSchedule.question', 'savedReport.question').as('asked'))
    .select('savedReport.name as savedName')
    .select(['doneOn', 'triedAt', 'attempts', 'writing', 'writingOn', 'file', 'failure'])
    .orderBy('reportSchedule.id')

export const byId = (db: Db, id: number) => all(db).where('reportSchedule.id', '=', id)

export const saved = (db: Db, id: number) => db.selectFrom('savedReport').select('id').where('id', '=', id)

export const insert = (db: Db, row: Insertable<ReportScheduleTable>) => db.insertInto('reportSchedule').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<ReportScheduleTable>) =>
  db.updateTable('reportSchedule').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('reportSchedule').where('id', '=', id)

export const keepOutcome = (db: Db, { scheduleId, ...outcome }: Insertable<ScheduleOutcomeTable>) =>
  db
    .insertInto('scheduleOutcome')
    .values({ scheduleId, ...outcome })
    .onConflict(conflict => conflict.column('scheduleId').doUpdateSet(outcome))
