import type { Insertable } from 'kysely'
import type { Db, ImportRunTable } from '../db/schema.ts'

export const begin = (db: Db, run: Insertable<ImportRunTable>) => db.insertInto('importRun').values(run).returning('id')

export const finish = (db: Db, id: number, finishedAt: string) => db.updateTable('importRun').set({ finishedAt }).where('id', '=', id)

export const byId = (db: Db, id: number) => db.selectFrom('importRun').selectAll().where('id', '=', id).where('finishedAt', 'is not', null)

/** Those that a crash left behind, and all but the latest. */
export const outdated = (db: Db, kept: number) =>
  db
    .selectFrom('importRun')
    .select('id')
    .where(({ or, eb }) =>
      or([
        eb('finishedAt', 'is', null),
        eb('id', 'not in', db.selectFrom('importRun').select('id').where('finishedAt', 'is not', null).orderBy('id', 'desc').limit(kept)),
      ]),
    )

export const removeRun = (db: Db, id: number) => db.deleteFrom('importRun').where('id', '=', id)

export const removeProblems = (db: Db, importId: number, limit: number) =>
  db
    .deleteFrom('importProblem')
    .where('importId', '=', importId)
    .where('position', 'in', db.selectFrom('importProblem').select('position').where('importId', '=', importId).limit(limit))

export const problemCount = (db: Db, importId: number) =>
  db
    .selectFrom('importProblem')
    .select(({ fn }) => fn.countAll<number>().as('problems'))
    .where('importId', '=', importId)

/** From a position on: the problems of an import are numbered from 0. */
export const problemsFrom = (db: Db, importId: number, position: number, limit: number) =>
  db
    .selectFrom('importProblem')
    .selectAll()
    .where('importId', '=', importId)
    .where('position', '>=', position)
    .orderBy('position')
    .limit(limit)
