import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

/** The last operation of which nothing is known any more; 0 where all are. */
export const forgottenUntil = (db: Db) =>
  db.selectFrom('forgetting').select(({ fn }) => fn.coalesce(fn.max('untilId'), sql<number>`0`).as('id'))

export const lastForgetting = (db: Db) => db.selectFrom('forgetting').selectAll().orderBy('untilId', 'desc').limit(1)

/** The oldest that stays: one from after `before`, one that is still at work, or the last of all. By its id, for clocks are set back. */
export const oldestThatStays = (db: Db, before: string) =>
  db
    .selectFrom('operation')
    .select(({ fn }) => fn.min('id').as('id'))
    .where(({ or, eb }) =>
      or([
        eb('at', '>=', before),
        eb('finishedAt', 'is', null),
        eb(
          'id',
          '=',
          db.selectFrom('operation as newest').select(({ fn }) => fn.max('newest.id').as('id')),
        ),
      ]),
    )

export const operationsBelow = (db: Db, id: number) =>
  db
    .selectFrom('operation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('id', '<', id)

export const noteForgetting = (db: Db, forgetting: { at: string; before: string; untilId: number; operations: number }) =>
  db.insertInto('forgetting').values(forgetting)

/** Some of the rows that speak of a forgotten operation. */
export const forgetChanges = (db: Db, untilId: number, limit: number) =>
  db
    .deleteFrom('change')
    .where('id', 'in', db.selectFrom('change').select('id').where('operationId', '<=', untilId).orderBy('operationId').limit(limit))
export const forgetRanges = (db: Db, untilId: number) => db.deleteFrom('changeRange').where('operationId', '<=', untilId)
export const forgetImports = (db: Db, untilId: number) => db.deleteFrom('importRun').where('operationId', '<=', untilId)

/** What a later operation took back, or took back itself, points here no longer. */
export const pointAtNoForgotten = (db: Db, untilId: number, column: 'undoes' | 'undoneBy') =>
  db
    .updateTable('operation')
    .set({ [column]: null })
    .where(column, '<=', untilId)

export const forgetOperations = (db: Db, untilId: number) => db.deleteFrom('operation').where('id', '<=', untilId)

const sizeOf = (tables: readonly string[]) => sql<number>`
  (select coalesce(sum(pgsize), 0) from dbstat where aggregate = true and name in (
    select name from sqlite_schema where tbl_name in (${sql.join(tables)})))`

export const historySize = (db: Db) =>
  db
    .selectFrom('operation')
    .select(({ fn }) => [
      fn.countAll<number>().as('operations'),
      fn.min('at').as('since'),
      sizeOf(['operation', 'change', 'changeRange']).as('bytes'),
    ])
    .where('finishedAt', 'is not', null)

/** Parts of another contact are no trash. */
export const trashedContacts = (db: Db, before: string | null = null) =>
  db
    .selectFrom('contact')
    .select('id')
    .where('trashedAt', 'is not', null)
    .where('mergedInto', 'is', null)
    .$if(before !== null, query => query.where('trashedAt', '<', before))
    .orderBy('trashedAt')

export async function trashSize(db: Db) {
  const { rows } = await sql<{ contacts: number; entries: number; files: number; bytes: number }>`
    select (select count(*) from ${trashedContacts(db)}) as contacts,
      (select count(*) from activity where trashedAt is not null) as entries,
      count(*) as files, coalesce(sum(bytes), 0) as bytes
    from attachment where trashedAt is not null`.execute(db)
  return rows[0]!
}

export const notePurge = (db: Db, purge: { at: string; contacts: number; entries: number; files: number }) =>
  db.insertInto('purge').values(purge)
