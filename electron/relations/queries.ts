import { sql, type Insertable, type SqlBool } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { RelationTable } from '../db/schema-contacts.ts'

export const ofContact = (db: Db, contactId: number) =>
  db
    .selectFrom('relation')
    .selectAll()
    .where(({ or, eb }) => or([eb('fromId', '=', contactId), eb('toId', '=', contactId)]))
    .orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('relation').selectAll().where('id', '=', id)

/** Of one kind between two contacts, whichever of them said it. */
export const between = (db: Db, a: number, b: number, kind: RelationTable['kind']) =>
  db
    .selectFrom('relation')
    .selectAll()
    .where(sql<SqlBool>`min(fromId, toId) = ${Math.min(a, b)}`)
    .where(sql<SqlBool>`max(fromId, toId) = ${Math.max(a, b)}`)
    .where('kind', '=', kind)

export const insert = (db: Db, row: Insertable<RelationTable>) => db.insertInto('relation').values(row).returningAll()

export const remove = (db: Db, id: number) => db.deleteFrom('relation').where('id', '=', id)

export const companyNamed = (db: Db, foldedName: string) =>
  db
    .selectFrom('contact')
    .select('id')
    .where('sortOrganization', '=', foldedName)
    .where('sortOrganization', '<>', sql.lit(''))
    .where('kind', '=', 'company')
    .where('trashedAt', 'is', null)
    .orderBy('id')
    .limit(1)
