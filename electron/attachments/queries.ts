import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { AttachmentTable } from '../db/schema-contacts.ts'
import type { Below } from '../timeline/source.ts'

export const byId = (db: Db, id: number) => db.selectFrom('attachment').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<AttachmentTable>) => db.insertInto('attachment').values(row).returningAll()

export const update = (db: Db, id: number, row: Updateable<AttachmentTable>) =>
  db.updateTable('attachment').set(row).where('id', '=', id).returningAll()

/** A contact has one picture: who chooses another puts the former one back among the files. */
export const dropPicture = (db: Db, contactId: number, but: number) =>
  db
    .updateTable('attachment')
    .set({ pictureAt: null })
    .where('contactId', '=', contactId)
    .where('pictureAt', 'is not', null)
    .where('id', '<>', but)

export const pictureOf = (db: Db, contactId: number) =>
  db
    .selectFrom('attachment')
    .selectAll()
    .where('contactId', '=', contactId)
    .where('pictureAt', 'is not', null)
    .where('trashedAt', 'is', null)
    .orderBy('pictureAt', 'desc')
    .limit(1)

/** Of a contact; only those of one deal, where that is named. */
export const ofContact = (db: Db, { contactId, dealId }: { contactId: number; dealId: number | null }, below: Below, limit: number) =>
  db
    .selectFrom('attachment')
    .selectAll()
    .where('contactId', '=', contactId)
    .where('trashedAt', 'is', null)
    .$if(dealId !== null, query => query.where('dealId', '=', dealId))
    .where(sql<SqlBool>`(at, id) < (${below.at}, ${below.id})`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
