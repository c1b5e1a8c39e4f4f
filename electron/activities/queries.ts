import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely'
import type { ActivityKind } from '../../shared/activities/model.ts'
import type { Db } from '../db/schema.ts'
import type { ActivityTable } from '../db/schema-contacts.ts'
import type { Below } from '../timeline/source.ts'

export const byId = (db: Db, id: number) => db.selectFrom('activity').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<ActivityTable>) => db.insertInto('activity').values(row).returningAll()

export const update = (db: Db, id: number, row: Updateable<ActivityTable>) =>
  db.updateTable('activity').set(row).where('id', '=', id).returningAll()

/** Of a contact; only what was written about one deal, where that is named. */
export type Whose = Readonly<{ contactId: number; dealId: number | null }>

const standing = (db: Db, { contactId, dealId }: Whose, kinds: readonly ActivityKind[]) =>
  db
    .selectFrom('activity')
    .selectAll()
    .where('contactId', '=', contactId)
    .where('trashedAt', 'is', null)
    .where('kind', 'in', kinds)
    .$if(dealId !== null, query => query.where('dealId', '=', dealId))

export const ofContact = (db: Db, whose: Whose, kinds: readonly ActivityKind[], below: Below, limit: number) =>
  standing(db, whose, kinds)
    .where('pinnedAt', 'is', null)
    .where(sql<SqlBool>`(at, id) < (${below.at}, ${below.id})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)

export const pinnedOf = (db: Db, whose: Whose, kinds: readonly ActivityKind[], limit: number) =>
  standing(db, whose, kinds).where('pinnedAt', 'is not', null).orderBy('pinnedAt', 'desc').limit(limit)
