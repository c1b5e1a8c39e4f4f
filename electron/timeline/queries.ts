import { sql, type SqlBool } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { Below } from './source.ts'

const rowKey = (contactId: number) => `[${contactId}]`

/** `[12,3]` and all other tags of 12: a minus comes after a comma. */
const tagKeys = (db: Db, contactId: number) =>
  db
    .selectFrom('change')
    .where('tableName', '=', 'contactTag')
    .where('rowKey', '>=', `[${contactId},`)
    .where('rowKey', '<', `[${contactId}-`)

/** The range of new contacts that this one is in: ranges never overlap. */
export const rangeOf = (db: Db, contactId: number) =>
  db
    .selectFrom('changeRange')
    .select(['operationId', 'lastId'])
    .where('tableName', '=', 'contact')
    .where('firstId', '<=', contactId)
    .orderBy('firstId', 'desc')
    .limit(1)

/** Operations that changed a contact and stand: neither taken back nor the taking back of another. */
export const operationsOn = (db: Db, contactId: number, bulk: number | null, below: Below, limit: number) =>
  db
    .selectFrom('operation')
    .select(['id', 'at', 'user', 'call', 'text', 'params'])
    .where(({ or, eb }) =>
      or([
        eb('id', 'in', changesOf(db, contactId).select('operationId')),
        eb('id', 'in', tagKeys(db, contactId).select('operationId')),
        eb('id', '=', bulk ?? 0),
      ]),
    )
    .where('finishedAt', 'is not', null)
    .where('undoneBy', 'is', null)
    .where('undoes', 'is', null)
    .where(sql<SqlBool>`(at, id) < (${below.at}, ${below.id})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

const partsAtMost = 20

/** Those that have become a part of a contact, directly or through another, the first of them. */
export const mergedInto = (db: Db, contactId: number) =>
  db
    .withRecursive('part', db =>
      db
        .selectFrom('contact')
        .select('id')
        .where('mergedInto', '=', contactId)
        .union(db.selectFrom('contact').innerJoin('part', 'part.id', 'contact.mergedInto').select('contact.id')),
    )
    .selectFrom('contact')
    .selectAll()
    .where('id', 'in', db => db.selectFrom('part').select('id').limit(partsAtMost))

const changesOf = (db: Db, contactId: number) =>
  db.selectFrom('change').where('tableName', '=', 'contact').where('rowKey', '=', rowKey(contactId))

/** Which operations changed a contact's row, oldest first, without the images. */
export const stepsOf = (db: Db, contactId: number) => changesOf(db, contactId).select(['id', 'operationId', 'action']).orderBy('id')

export const images = (db: Db, changeIds: readonly number[]) =>
  db.selectFrom('change').select(['id', 'before']).where('id', 'in', changeIds)

export const tagChanges = (db: Db, contactId: number, operationIds: readonly number[]) =>
  tagKeys(db, contactId)
    .innerJoin('tag', join => join.on('tag.id', '=', sql<number>`json_extract(change.rowKey, '$[1]')`))
    .select(['change.operationId', 'change.action', 'tag.name'])
    .where('change.operationId', 'in', operationIds)
    .orderBy('change.id')
