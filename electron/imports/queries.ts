import type { Insertable, Updateable } from 'kysely'
import type { ImportOutcome } from '../../shared/imports/model.ts'
import type { Db } from '../db/schema.ts'
import type { ImportMappingTable, ImportRunTable } from '../db/schema-imports.ts'

export const begin = (db: Db, run: Insertable<ImportRunTable>) => db.insertInto('importRun').values(run).returning('id')

export const finish = (db: Db, id: number, run: Updateable<ImportRunTable>) => db.updateTable('importRun').set(run).where('id', '=', id)

export const ofOperation = (db: Db, operation: number) =>
  db.selectFrom('importRun').selectAll().where('operationId', '=', operation).where('finishedAt', 'is not', null)

/** Those that rows from a position on are in. */
export const rangesFrom = (db: Db, importId: number, outcome: ImportOutcome, position: number, limit: number) =>
  db
    .selectFrom('importRange')
    .selectAll()
    .where('importId', '=', importId)
    .where('outcome', '=', outcome)
    .where('position', '<', position + limit)
    .where(({ eb }) => eb(eb('position', '+', eb.ref('rows')), '>', position))
    .orderBy('position')

export const rowCount = (db: Db, importId: number, outcome: ImportOutcome) =>
  db
    .selectFrom('importRange')
    .select(({ fn, val }) => fn.coalesce(fn.sum<number>('rows'), val(0)).as('rows'))
    .where('importId', '=', importId)
    .where('outcome', '=', outcome)

export const removeRanges = (db: Db, importId: number, limit: number) =>
  db
    .deleteFrom('importRange')
    .where('importId', '=', importId)
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('outcome', 'position'),
        'in',
        selectFrom('importRange')
          .select(['outcome', 'position'])
          .where('importId', '=', importId)
          .limit(limit)
          .$asTuple('outcome', 'position'),
      ),
    )

export const mapping = (db: Db, header: string) => db.selectFrom('importMapping').select('fields').where('header', '=', header)

export const remember = (db: Db, row: ImportMappingTable) =>
  db
    .insertInto('importMapping')
    .values(row)
    .onConflict(on => on.column('header').doUpdateSet({ fields: row.fields, usedAt: row.usedAt }))

export const forgetOldMappings = (db: Db, kept: number) =>
  db
    .deleteFrom('importMapping')
    .where('header', 'not in', db.selectFrom('importMapping').select('header').orderBy('usedAt', 'desc').limit(kept))

export const anyTrashed = (db: Db) => db.selectFrom('contact').select('id').where('trashedAt', 'is not', null).limit(1)

/** Those who were put there themselves: what was merged into another is a part of that one. */
export const trashedAfter = (db: Db, id: number, limit: number) =>
  db
    .selectFrom('contact')
    .selectAll()
    .where('trashedAt', 'is not', null)
    .where('mergedInto', 'is', null)
    .where('id', '>', id)
    .orderBy('id')
    .limit(limit)

export const contactsByKeys = (db: Db, keys: readonly number[]) =>
  db
    .selectFrom('contact')
    .selectAll()
    .where('id', 'in', db.selectFrom('contactKey').select('contactId').where('key', 'in', keys).limit(20))

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
