import { sql, type Insertable, type Updateable } from 'kysely'
import type { PriceRuleTable } from '../db/schema-prices.ts'
import type { Db } from '../db/schema.ts'

export const rules = (db: Db) => db.selectFrom('priceRule').selectAll().orderBy('id')

export const ruleById = (db: Db, id: number) => db.selectFrom('priceRule').selectAll().where('id', '=', id)

export const insertRule = (db: Db, row: Insertable<PriceRuleTable>) => db.insertInto('priceRule').values(row).returning('id')

export const updateRule = (db: Db, id: number, row: Updateable<PriceRuleTable>) => db.updateTable('priceRule').set(row).where('id', '=', id)

export const removeRule = (db: Db, id: number) => db.deleteFrom('priceRule').where('id', '=', id)

/** Whoever has one tag has the other from now on. */
export const followTag = (db: Db, from: number, into: number) => db.updateTable('priceRule').set({ tagId: into }).where('tagId', '=', from)

/** With how many rules and clients name it. */
const counted = (db: Db) =>
  db
    .selectFrom('priceList')
    .select(['id', 'name'])
    .select(sql<number>`(select count(*) from priceRule where priceRule.priceListId = priceList.id)`.as('rules'))
    .select(sql<number>`(select count(*) from clientPriceList where clientPriceList.priceListId = priceList.id)`.as('clients'))

export const lists = (db: Db) =>
  counted(db)
    .orderBy(sql`folded(name)`)
    .orderBy('id')

export const listById = (db: Db, id: number) => counted(db).where('id', '=', id)

export const insertList = (db: Db, name: string, createdAt: string) =>
  db.insertInto('priceList').values({ name, createdAt }).returning('id')

export const renameList = (db: Db, id: number, name: string) => db.updateTable('priceList').set({ name }).where('id', '=', id)

export const removeList = (db: Db, id: number) => db.deleteFrom('priceList').where('id', '=', id)

export const listOf = (db: Db, contactId: number) => db.selectFrom('clientPriceList').selectAll().where('contactId', '=', contactId)

export const giveList = (db: Db, contactId: number, priceListId: number) =>
  db.insertInto('clientPriceList').values({ contactId, priceListId })

export const changeListOf = (db: Db, contactId: number, priceListId: number) =>
  db.updateTable('clientPriceList').set({ priceListId }).where('contactId', '=', contactId)

export const takeList = (db: Db, contactId: number) => db.deleteFrom('clientPriceList').where('contactId', '=', contactId)
