import { sql, type Insertable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { DuplicateGroupTable, DuplicateMemberTable, DuplicatePairTable } from '../db/schema-duplicates.ts'

export const lastScan = (db: Db) =>
  db.selectFrom('duplicateScan').selectAll().where('finishedAt', 'is not', null).orderBy('id', 'desc').limit(1)

export const lastScanId = (db: Db) =>
  db.selectFrom('duplicateScan').select('id').where('finishedAt', 'is not', null).orderBy('id', 'desc').limit(1)

export const beginScan = (db: Db, startedAt: string) =>
  db.insertInto('duplicateScan').values({ startedAt, contacts: 0, knowledge: '{}' }).returning('id')

export const finishScan = (db: Db, id: number, found: { finishedAt: string; contacts: number; knowledge: string }) =>
  db.updateTable('duplicateScan').set(found).where('id', '=', id)

/** Groups of other scans than this one. */
export const outdatedGroups = (db: Db, scanId: number, limit: number) =>
  db.selectFrom('duplicateGroup').select('id').where('scanId', '<>', scanId).limit(limit)

export const groupsOf = (db: Db, scanId: number, limit: number) =>
  db.selectFrom('duplicateGroup').select('id').where('scanId', '=', scanId).limit(limit)

export const removeOtherScans = (db: Db, id: number) => db.deleteFrom('duplicateScan').where('id', '<>', id)
export const removeGroups = (db: Db, ids: readonly number[]) => db.deleteFrom('duplicateGroup').where('id', 'in', ids)
export const removeMembers = (db: Db, ids: readonly number[]) => db.deleteFrom('duplicateMember').where('groupId', 'in', ids)
export const removePairs = (db: Db, ids: readonly number[]) => db.deleteFrom('duplicatePair').where('groupId', 'in', ids)

export const insertGroup = (db: Db, group: Insertable<DuplicateGroupTable>) => db.insertInto('duplicateGroup').values(group).returning('id')
export const insertMembers = (db: Db, members: readonly Insertable<DuplicateMemberTable>[]) =>
  db.insertInto('duplicateMember').values(members)
export const insertPairs = (db: Db, pairs: readonly Insertable<DuplicatePairTable>[]) => db.insertInto('duplicatePair').values(pairs)

const compared = [
  'id',
  'kind',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'phones',
  'emails',
  'addresses',
  'birthday',
  'changedAt',
] as const

export const contactsAfter = (db: Db, id: number, limit: number) =>
  db.selectFrom('contact').select(compared).where('id', '>', id).where('trashedAt', 'is', null).orderBy('id').limit(limit)

export const contactCount = (db: Db) =>
  db
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('contacts'))
    .where('trashedAt', 'is', null)

export const changedSince = (db: Db, at: string, limit: number) =>
  db
    .selectFrom(db.selectFrom('contact').select('id').where('trashedAt', 'is', null).where('changedAt', '>', at).limit(limit).as('changed'))
    .select(({ fn }) => fn.countAll<number>().as('contacts'))

/** Of groups that something has happened to: those with two contacts left. */
export const touchedGroups = (db: Db, scanId: number, limit: number) =>
  db
    .selectFrom('duplicateGroup')
    .select('id')
    .where('scanId', '=', scanId)
    .where('touched', '=', 1)
    .where(
      sql<boolean>`(select count(*) from duplicateMember join contact on contact.id = contactId
        where groupId = duplicateGroup.id and trashedAt is null) > 1`,
    )
    .orderBy('certain', 'desc')
    .orderBy('strength', 'desc')
    .limit(limit)

const shown = (db: Db, { scanId, certain, touched }: { scanId: number; certain: boolean | null; touched: readonly number[] }) =>
  db
    .selectFrom('duplicateGroup')
    .where('scanId', '=', scanId)
    .where(({ or, eb }) => or([eb('touched', '=', 0), ...(touched.length > 0 ? [eb('id', 'in', touched)] : [])]))
    .$if(certain !== null, query => query.where('certain', '=', Number(certain)))

type Shown = Parameters<typeof shown>[1]

export const countGroups = (db: Db, which: Shown) => shown(db, which).select(({ fn }) => fn.countAll<number>().as('groups'))

export const groupPage = (db: Db, which: Shown, offset: number, limit: number) =>
  shown(db, which)
    .select(['id', 'size', 'certain', 'touched'])
    .orderBy('certain', 'desc')
    .orderBy('strength', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)

/** Those of a group who are not in the trash. */
export const membersOf = (db: Db, groupId: number, limit: number) =>
  db
    .selectFrom('duplicateMember')
    .innerJoin('contact', 'contact.id', 'duplicateMember.contactId')
    .selectAll('contact')
    .select('duplicateMember.changedAt as scannedAt')
    .where('groupId', '=', groupId)
    .where('trashedAt', 'is', null)
    .orderBy('duplicateMember.contactId')
    .limit(limit)

export const pairsOf = (db: Db, groupId: number) => db.selectFrom('duplicatePair').selectAll().where('groupId', '=', groupId)

export const dismissedAmong = (db: Db, ids: readonly number[]) =>
  db.selectFrom('duplicateDismissal').select(['a', 'b']).where('a', 'in', ids).where('b', 'in', ids)

export const dismissed = (db: Db) => db.selectFrom('duplicateDismissal').select(['a', 'b'])

export const dismiss = (db: Db, a: number, b: number, at: string) =>
  db
    .insertInto('duplicateDismissal')
    .values({ a, b, at })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')

export const withKeys = (db: Db, keys: readonly number[], limit: number) =>
  db.selectFrom('contactKey').select('contactId as id').where('key', 'in', keys).limit(limit)

export const withWords = (db: Db, match: string, limit: number) =>
  db
    .selectFrom('contactSearch')
    .select('rowid as id')
    .where(sql<boolean>`contactSearch match ${match}`)
    .limit(limit)

/**
 * By their ids, whoever is in the trash left out: the plus keeps SQLite from going through all who are not. The ids are one value,
 * so that it is one statement, prepared once, for any number of them.
 */
export const contactsByIds = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .select(compared)
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .where(sql<boolean>`+trashedAt is null`)
