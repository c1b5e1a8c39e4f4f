import { sql, type Insertable, type SqlBool, type Updateable } from 'kysely'
import type { SearchVariant } from '../../shared/contacts/search.ts'
import type { Db } from '../db/schema.ts'
import type { ContactTable } from '../db/schema-contacts.ts'

export const byId = (db: Db, id: number) => db.selectFrom('contact').selectAll().where('id', '=', id)

export const insert = (db: Db, row: Insertable<ContactTable>) => db.insertInto('contact').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<ContactTable>) => db.updateTable('contact').set(row).where('id', '=', id)

export const trash = (db: Db, ids: readonly number[], trashedAt: string) =>
  db.updateTable('contact').set({ trashedAt }).where('id', 'in', ids).where('trashedAt', 'is', null).returning('id')

export const restore = (db: Db, ids: readonly number[]) =>
  db
    .updateTable('contact')
    .set({ trashedAt: null })
    .where('id', 'in', ids)
    .where('trashedAt', 'is not', null)
    .where('mergedInto', 'is', null)
    .returning('id')

export const block = (db: Db, ids: readonly number[], blockedAt: string) =>
  db.updateTable('contact').set({ blockedAt }).where('id', 'in', ids).where('blockedAt', 'is', null).returning('id')

export const unblock = (db: Db, ids: readonly number[]) =>
  db.updateTable('contact').set({ blockedAt: null }).where('id', 'in', ids).where('blockedAt', 'is not', null).returning('id')

const lineColumns = [
  'id',
  'kind',
  'namePrefix',
  'givenName',
  'additionalName',
  'familyName',
  'nameSuffix',
  'organization',
  'phones',
  'emails',
  'addresses',
  'birthday',
  'source',
  'alerts',
  'followUpOn',
  'blockedAt',
  'custom',
  'createdAt',
  'changedAt',
  'trashedAt',
] as const

export const lines = (db: Db, ids: readonly number[]) => db.selectFrom('contact').select(lineColumns).where('id', 'in', ids)

export const tagsOf = (db: Db, contactIds: readonly number[]) =>
  db
    .selectFrom('contactTag')
    .innerJoin('tag', 'tag.id', 'contactTag.tagId')
    .select(['contactTag.contactId', 'tag.name', 'tag.id'])
    .where('contactTag.contactId', 'in', contactIds)
    .orderBy('tag.foldedName')

/** What decides the rank of a search's candidates. */
export const names = (db: Db, ids: readonly number[]) =>
  db.selectFrom('contact').select(['id', 'sortName', 'sortOrganization']).where('id', 'in', ids)

/** Ids that fit one way to understand a search; nothing in the trash is in the index. */
export function matching(db: Db, { match, tagIds }: Pick<SearchVariant, 'match' | 'tagIds'>, limit: number) {
  if (match === null) return taggedWith(db, tagIds).limit(limit)
  return db
    .selectFrom('contactSearch')
    .select('rowid as id')
    .where(sql<SqlBool>`contactSearch match ${match}`)
    .$call(query => tagIds.reduce((query, group) => query.where(hasOneOf('contactSearch.rowid', group)), query))
    .limit(limit)
}

/** The same with what their search text is made of. */
export const matchingTexts = (db: Db, variant: Pick<SearchVariant, 'match' | 'tagIds'>, limit: number) =>
  db
    .selectFrom('contact')
    .select(['id', 'givenName', 'additionalName', 'familyName', 'organization', 'phones', 'emails', 'addresses', 'custom'])
    .where('id', 'in', matching(db, variant, limit))

const taggedWith = (db: Db, groups: readonly number[][]) =>
  db
    .selectFrom('contactTag')
    .innerJoin('contact', 'contact.id', 'contactTag.contactId')
    .select('contact.id as id')
    .distinct()
    .where('contactTag.tagId', 'in', groups[0]!)
    .where('contact.trashedAt', 'is', null)
    .$call(query => groups.slice(1).reduce((query, group) => query.where(hasOneOf('contact.id', group)), query))

const hasOneOf = (contactId: string, tagIds: readonly number[]) =>
  sql<SqlBool>`exists (select 1 from contactTag as t where t.contactId = ${sql.ref(contactId)} and t.tagId in (${sql.join(tagIds)}))`

export const allTags = (db: Db) => db.selectFrom('tag').selectAll().orderBy('foldedName')

export const tagByFoldedName = (db: Db, foldedName: string) => db.selectFrom('tag').selectAll().where('foldedName', '=', foldedName)

export const insertTag = (db: Db, name: string, foldedName: string) => db.insertInto('tag').values({ name, foldedName }).returning('id')

export const addTags = (db: Db, contactId: number, tagIds: readonly number[]) =>
  db.insertInto('contactTag').values(tagIds.map(tagId => ({ contactId, tagId })))

export const removeTags = (db: Db, contactId: number, tagIds: readonly number[]) =>
  db.deleteFrom('contactTag').where('contactId', '=', contactId).where('tagId', 'in', tagIds)

/** Whoever has gone meanwhile is left out. */
export const tagMany = (db: Db, contactIds: readonly number[], tagId: number) =>
  db
    .insertInto('contactTag')
    .columns(['contactId', 'tagId'])
    .expression(
      db
        .selectFrom('contact')
        .select(({ lit }) => ['id', lit(tagId).as('tagId')])
        .where('id', 'in', contactIds),
    )
    .onConflict(conflict => conflict.doNothing())

export const untagMany = (db: Db, contactIds: readonly number[], tagId: number) =>
  db.deleteFrom('contactTag').where('tagId', '=', tagId).where('contactId', 'in', contactIds)

export const tagCounts = (db: Db) =>
  db
    .selectFrom('tag')
    .innerJoin('contactTag', 'contactTag.tagId', 'tag.id')
    .innerJoin('contact', 'contact.id', 'contactTag.contactId')
    .where('contact.trashedAt', 'is', null)
    .select(({ fn }) => ['tag.id', 'tag.name', fn.countAll<number>().as('contacts')])
    .groupBy('tag.id')
    .orderBy('contacts', 'desc')
    .orderBy('tag.foldedName')

export const taggedContacts = (db: Db, foldedName: string) =>
  db
    .selectFrom('contactTag')
    .innerJoin('tag', 'tag.id', 'contactTag.tagId')
    .select('contactTag.contactId')
    .where('tag.foldedName', '=', foldedName)
