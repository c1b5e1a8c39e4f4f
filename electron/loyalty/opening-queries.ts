import type { Db } from '../db/schema.ts'

/** More than one is one too many. */
const few = 20

export const haveOpening = (db: Db, programmeId: number) =>
  db.selectFrom('loyaltyLot').select('contactId').distinct().where('programmeId', '=', programmeId).where('reason', '=', 'opening')

export const standingById = (db: Db, id: number) =>
  db.selectFrom('contact').select('id').where('id', '=', id).where('trashedAt', 'is', null)

export const withKeys = (db: Db, keys: readonly number[]) =>
  db
    .selectFrom('contact')
    .select(['id', 'sortName'])
    .where('id', 'in', db.selectFrom('contactKey').select('contactId').where('key', 'in', keys))
    .where('trashedAt', 'is', null)
    .limit(few)

export const named = (db: Db, names: readonly string[]) =>
  db.selectFrom('contact').select(['id', 'sortName']).where('trashedAt', 'is', null).where('sortName', 'in', names).limit(few)
