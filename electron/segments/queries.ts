import { sql, type Insertable, type Updateable } from 'kysely'
import type { Filter } from '../../shared/segments/model.ts'
import type { Db } from '../db/schema.ts'
import type { SegmentTable } from '../db/schema-contacts.ts'
import type { Known } from './known.ts'
import { filterCondition } from './sql.ts'

export const all = (db: Db) =>
  db
    .selectFrom('segment')
    .selectAll()
    .orderBy(sql`folded(name)`)
    .orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('segment').selectAll().where('id', '=', id)

export const withName = (db: Db, foldedName: string) =>
  db
    .selectFrom('segment')
    .select(['id', 'name'])
    .where(sql`folded(name)`, '=', foldedName)

export const insert = (db: Db, row: Insertable<SegmentTable>) => db.insertInto('segment').values(row).returning('id')

export const update = (db: Db, id: number, row: Updateable<SegmentTable>) => db.updateTable('segment').set(row).where('id', '=', id)

export const remove = (db: Db, id: number) => db.deleteFrom('segment').where('id', '=', id)

/** How many contacts fit, the trash aside. */
export const count = (db: Db, filter: Filter, known: Known) =>
  db
    .selectFrom('contact')
    .where('trashedAt', 'is', null)
    .where(filterCondition(filter, known))
    .select(({ fn }) => fn.countAll<number>().as('contacts'))

/** All tags, and whether anybody has them. */
export const tags = (db: Db) =>
  db.selectFrom('tag').select(['id', 'name', sql<number>`exists (select 1 from contactTag where contactTag.tagId = tag.id)`.as('isUsed')])
