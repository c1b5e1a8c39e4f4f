import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'

export const contacts = (db: Db, ids: readonly number[]) => db.selectFrom('contact').selectAll().where('id', 'in', ids)

/** How many phones, e-mails and addresses the longest lists have. */
export const entryCounts = (db: Db, ids: readonly number[]) =>
  db
    .selectFrom('contact')
    .select([
      sql<number | null>`max(json_array_length(phones))`.as('phones'),
      sql<number | null>`max(json_array_length(emails))`.as('emails'),
      sql<number | null>`max(json_array_length(addresses))`.as('addresses'),
    ])
    .where('id', 'in', ids)
