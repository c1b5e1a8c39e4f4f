import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

const subjectOf = sql<string>`'task ' || task.id`

/** Open tasks that somebody is to be reminded of from one time on the wall to another, and never was for that time. */
export const waiting = (db: Db, from: string, to: string, limit: number) =>
  db
    .selectFrom('task')
    .selectAll()
    .where('doneAt', 'is', null)
    .where('remindAt', '>=', from)
    .where('remindAt', '<=', to)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reminderShown').select('subject').where('subject', '=', subjectOf).whereRef('reminderShown.at', '=', 'task.remindAt'),
        ),
      ),
    )
    .orderBy('remindAt')
    .orderBy('id')
    .limit(limit)

/** Shown twice at once is shown once. */
export const markShown = (db: Db, rows: readonly { subject: string; at: string; shownAt: string }[]) =>
  db
    .insertInto('reminderShown')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())

export const lastDigest = (db: Db) =>
  db.selectFrom('reminderShown').select('at').where('subject', '=', 'digest').orderBy('at', 'desc').limit(1)

export const forgetBefore = (db: Db, shownAt: string) =>
  db.deleteFrom('reminderShown').where('shownAt', '<', shownAt).where('subject', '<>', 'digest')
