import { sql, type Expression, type SqlBool } from 'kysely'
import type { Db } from '../db/schema.ts'
import { forgottenUntil } from '../retention/queries.ts'
import { finalTables } from './recording.ts'
import type { Reference } from './references.ts'

type NewOperation = { at: string; user: string; call: string; undoes?: number; follows?: number }

export const begin = (db: Db, operation: NewOperation) =>
  db
    .insertInto('operation')
    .values({ ...operation, text: '', params: '{}' })
    .returning('id')

export const describe = (db: Db, id: number, text: string, params: string, contactId: number | null) =>
  db.updateTable('operation').set({ text, params, contactId }).where('id', '=', id)

export const finish = (db: Db, id: number, finishedAt: string) => db.updateTable('operation').set({ finishedAt }).where('id', '=', id)

export const forget = (db: Db, id: number) => db.deleteFrom('operation').where('id', '=', id)

export const byId = (db: Db, id: number) =>
  db
    .selectFrom('operation')
    .selectAll()
    .select(({ ref }) => isFinal(ref('operation.id')).as('isFinal'))
    .where('id', '=', id)
    .where('id', '>', forgottenUntil(db))

export const latest = (db: Db, before: number | null, limit: number) =>
  db
    .selectFrom('operation')
    .selectAll()
    .select(({ ref }) => isFinal(ref('operation.id')).as('isFinal'))
    .where('finishedAt', 'is not', null)
    .where('id', '>', forgottenUntil(db))
    .$if(before !== null, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit)

export const unfinished = (db: Db) => db.selectFrom('operation').selectAll().where('finishedAt', 'is', null).orderBy('id', 'desc')

export const markUndone = (db: Db, id: number, undoneBy: number | null) =>
  db.updateTable('operation').set({ undoneBy }).where('id', '=', id)

export const changedTables = (db: Db, operationId: number) =>
  db
    .selectFrom('change')
    .select('tableName')
    .where('operationId', '=', operationId)
    .union(db.selectFrom('changeRange').select('tableName').where('operationId', '=', operationId))

/** An operation's changes, newest first: the order in which they are taken back. */
export const changesNewestFirst = (db: Db, operationId: number, below: number, limit: number) =>
  db.selectFrom('change').selectAll().where('operationId', '=', operationId).where('id', '<', below).orderBy('id', 'desc').limit(limit)

export const rangesNewestFirst = (db: Db, operationId: number) =>
  db.selectFrom('changeRange').selectAll().where('operationId', '=', operationId).orderBy('id', 'desc')

export const removeChange = (db: Db, id: number) => db.deleteFrom('change').where('id', '=', id)
export const removeRange = (db: Db, id: number) => db.deleteFrom('changeRange').where('id', '=', id)

/**
 * Operations after `id` that stand: not taken back, and not themselves the taking back of something after `id`. `own` is the
 * one that is taking `id` back at this moment.
 */
const standingAfter = (db: Db, id: number, own: number | null) =>
  db
    .selectFrom('operation as later')
    .where('later.id', '>', id)
    .where('later.id', '<>', own ?? 0)
    .where('later.undoneBy', 'is', null)
    .where(({ or, eb }) => or([eb('later.undoes', 'is', null), eb('later.undoes', '<=', id)]))
    .innerJoin('change as touched', 'touched.operationId', 'later.id')
    .select(['later.id', 'later.text', 'later.params', 'later.finishedAt'])
    .limit(1)

/** The first later operation that touched a row which this one had touched. */
export const blockedBy = (db: Db, id: number, own: number | null) =>
  standingAfter(db, id, own).innerJoin('change as mine', join =>
    join.onRef('mine.tableName', '=', 'touched.tableName').onRef('mine.rowKey', '=', 'touched.rowKey').on('mine.operationId', '=', id),
  )

/** The first that gave tags to a contact which this one had created, or took some away. */
export const tagsBlockedBy = (db: Db, id: number, own: number | null) =>
  standingAfter(db, id, own)
    .innerJoin('change as mine', join =>
      join.on('mine.operationId', '=', id).on('mine.tableName', '=', 'contact').on('mine.action', '=', 'insert'),
    )
    .where('touched.tableName', '=', 'contactTag')
    .where(sql<boolean>`json_extract(touched.rowKey, '$[0]') = json_extract(mine.rowKey, '$[0]')`)

/** The same for rows that were recorded as a range: the first column of the key is the id that the range is about. */
export const rangeBlockedBy = (db: Db, id: number, own: number | null) =>
  standingAfter(db, id, own)
    .innerJoin('changeRange as mine', join => join.onRef('mine.tableName', '=', 'touched.tableName').on('mine.operationId', '=', id))
    .where(sql<boolean>`json_extract(touched.rowKey, '$[0]') between mine.firstId and mine.lastId`)

/** The first that made something point at a row which this one had made, singly or as one of a range. */
export const referenceBlockedBy = (db: Db, id: number, own: number | null, { table, column, parent }: Reference) =>
  standingAfter(db, id, own)
    .where('touched.tableName', '=', table)
    .where(
      sql<boolean>`exists (
        select 1 from ${sql.table(table)} as child
        where child.id = touched.rowKey ->> 0 and (
          exists (select 1 from change where operationId = ${id} and tableName = ${parent} and action = 'insert'
            and rowKey = json_array(child.${sql.ref(column)}))
          or exists (select 1 from changeRange where operationId = ${id} and tableName = ${parent}
            and child.${sql.ref(column)} between firstId and lastId)))`,
    )

export const lastChange = (db: Db) => db.selectFrom('change').select(({ fn }) => fn.max('id').as('id'))

/** Whether anybody but `own` has changed anything since. */
export const changedByOthers = (db: Db, since: number, own: number) =>
  db.selectFrom('change').select('id').where('id', '>', since).where('operationId', '<>', own).limit(1)

export const shortenRange = (db: Db, id: number, lastId: number) => db.updateTable('changeRange').set({ lastId }).where('id', '=', id)

export const markUndoes = (db: Db, id: number, undoes: number) => db.updateTable('operation').set({ undoes }).where('id', '=', id)

export const countChanges = (db: Db, operationId: number) =>
  db
    .selectFrom('change')
    .select(({ fn }) => fn.countAll<number>().as('changes'))
    .where('operationId', '=', operationId)

/** Whether it cannot be taken back: it gave the shop its name, without which there is no shop to work in, or wrote into the books. */
export const isFinal = (id: Expression<number>) => sql<number>`(${isBooked(id)} or exists (
  select 1 from change where operationId = ${id} and tableName = 'setting' and rowKey = '["businessName"]' and action = 'insert'))`

/** Whether it issued a document, or added to a book that is only ever added to. */
const isBooked = (id: Expression<number>) => sql<number>`exists (
  select 1 from change where operationId = ${id} and (
    (action = 'insert' and tableName in (${sql.join(finalTables)}))
    or (tableName = 'document' and action <> 'delete' and before ->> 'issuedAt' is null
      and exists (select 1 from document where id = rowKey ->> 0 and issuedAt is not null)))
  union all select 1 from changeRange where operationId = ${id} and tableName in (${sql.join([...finalTables, 'document'])}))`

export const booked = (db: Db, id: number) =>
  db
    .selectFrom('operation')
    .select('at')
    .where('id', '=', id)
    .where(({ ref }) => sql<SqlBool>`${isBooked(ref('operation.id'))}`)
