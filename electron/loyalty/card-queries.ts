import { sql, type Insertable } from 'kysely'
import type { LoyaltyCardTable } from '../db/schema-loyalty.ts'
import type { Db } from '../db/schema.ts'

/** The newest first. */
export const cardsOf = (db: Db, contactId: number) =>
  db.selectFrom('loyaltyCard').selectAll().where('contactId', '=', contactId).orderBy('id', 'desc')

/** The newest of each. */
export const numbersOf = (db: Db, contactIds: readonly number[]) =>
  db.selectFrom('loyaltyCard').select(['contactId', 'number']).where('contactId', 'in', contactIds).orderBy('id')

export const byId = (db: Db, id: number) => db.selectFrom('loyaltyCard').selectAll().where('id', '=', id)

/** With whose it is, also of one who lies in the trash. */
export const byNumber = (db: Db, number: string) =>
  db
    .selectFrom('loyaltyCard as card')
    .innerJoin('contact', 'contact.id', 'card.contactId')
    .select(['card.contactId', 'contact.trashedAt'])
    .where('card.number', '=', number)

/** Of these, each once. */
export const withoutCard = (db: Db, contactIds: readonly number[]) =>
  db
    .selectFrom(sql<{ value: number }>`json_each(${JSON.stringify(contactIds)})`.as('json_each'))
    .select('json_each.value as contactId')
    .distinct()
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('loyaltyCard').select('id').whereRef('loyaltyCard.contactId', '=', 'json_each.value'))),
    )

/** A number that is taken writes nothing. */
export const insert = (db: Db, rows: readonly Insertable<LoyaltyCardTable>[]) =>
  db
    .insertInto('loyaltyCard')
    .values(rows)
    .onConflict(conflict => conflict.column('number').doNothing())

export const remove = (db: Db, id: number) => db.deleteFrom('loyaltyCard').where('id', '=', id)
